using Drape.Store.Catalogs;

namespace Drape.Server.Catalogs;

/// <summary>A catalog, and how much is in it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Products">Products in it, without retired ones.</param>
/// <param name="Retired">Products that the shop no longer has.</param>
/// <param name="CreatedAt">When it was made, in UTC.</param>
/// <param name="ChangedAt">When a product of it was last added or changed, in UTC; left out while there is none.</param>
public sealed record CatalogAnswer(
    string Name, long Products, long Retired, DateTimeOffset CreatedAt, DateTimeOffset? ChangedAt)
{
    /// <summary>Tells of a catalog.</summary>
    public static CatalogAnswer Of(Catalog catalog, CatalogCounts counts, DateTimeOffset? changedAt)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(counts);
        return new CatalogAnswer(catalog.Name, counts.Products, counts.Retired, catalog.CreatedAt, changedAt);
    }
}

/// <summary>All catalogs.</summary>
/// <param name="Catalogs">The catalogs, by name.</param>
public sealed record CatalogList(IReadOnlyList<CatalogAnswer> Catalogs);
