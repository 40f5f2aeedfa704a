using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Drape.Server.Catalogs.Import;

/// <summary>
/// Tells whether a product that is kept already must be written or even read again. Two digests: of all that the row
/// says, and of that alone which what Drape sees depends on, so that a new price costs no reading.
/// </summary>
/// <param name="Row">Digest of everything the row says.</param>
/// <param name="Reading">Digest of the picture, the network and the words that tell which garment is meant.</param>
public readonly record struct RowPrints(string Row, string Reading)
{
    /// <summary>The digests of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="picture">What identifies the picture's content: its SHA-256, or its URL.</param>
    /// <param name="network">The identity of the network that embeds.</param>
    public static RowPrints Of(ProductRow row, string picture, string network)
    {
        ArgumentNullException.ThrowIfNull(row);
        string names = string.Join('\n', row.Names.OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => $"{n.Key}={n.Value}"));
        return new RowPrints(
            Digest(row.Name, names, row.Price?.ToString(CultureInfo.InvariantCulture), row.Currency, row.Link,
                row.Category, row.Gender, row.Picture),
            Digest(row.Name, row.Category, picture, network));
    }

    static string Digest(params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string? part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part ?? ""));
            hash.AppendData(part is null ? [0] : [1]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
