using System.Text.Json;
using Drape.Store.Products;

namespace Drape.Server.Catalogs.Tags;

/// <summary>Tags as JSON Lines.</summary>
static class TagLines
{
    /// <summary>Their media type.</summary>
    public const string MediaType = "application/x-ndjson";

    /// <summary>The lines of some products.</summary>
    public static byte[] Of(IEnumerable<Product> products)
    {
        using var lines = new MemoryStream();
        foreach (var product in products)
        {
            JsonSerializer.Serialize(lines, TagAnswer.Of(product), ServerJson.Options);
            lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }
}
