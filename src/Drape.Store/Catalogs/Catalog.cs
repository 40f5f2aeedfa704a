namespace Drape.Store.Catalogs;

/// <summary>A shop's collection of products.</summary>
/// <param name="Id">Its number in the database.</param>
/// <param name="Name">Its name, unique.</param>
/// <param name="CreatedAt">When it was made, in UTC.</param>
public sealed record Catalog(int Id, string Name, DateTimeOffset CreatedAt);

/// <summary>What is in a catalog.</summary>
/// <param name="Products">Products, without retired ones.</param>
/// <param name="Retired">Retired products.</param>
public sealed record CatalogCounts(long Products, long Retired);
