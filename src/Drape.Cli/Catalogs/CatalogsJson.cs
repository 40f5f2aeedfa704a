using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Drape.Cli.Catalogs;

/// <summary>What <c>drape catalogs</c> tells of a catalog.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Products">Products, without retired ones.</param>
/// <param name="Retired">Retired products.</param>
/// <param name="CreatedAt">When it was made.</param>
sealed record CatalogSummary(string Name, long Products, long Retired, DateTimeOffset CreatedAt);

/// <summary>What was done to a catalog's products.</summary>
/// <param name="Catalog">The catalog.</param>
/// <param name="Changed">Products that changed by it.</param>
sealed record CatalogChange(string Catalog, long Changed);

/// <summary>How catalogs look as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<CatalogSummary>))]
[JsonSerializable(typeof(CatalogChange))]
sealed partial class CatalogsJson : JsonSerializerContext
{
    public static CatalogsJson Indented { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });
}
