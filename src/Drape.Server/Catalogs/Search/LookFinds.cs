namespace Drape.Server.Catalogs.Search;

/// <summary>Products for a whole look.</summary>
/// <param name="Garments">What was found for each garment of the main figure, in the reading's order.</param>
public sealed record LookFinds(IReadOnlyList<GarmentFinds> Garments);

/// <summary>Products for one garment of a look.</summary>
/// <param name="Garment">The garment, counted as in the photo's reading.</param>
/// <param name="Type">Its type.</param>
/// <param name="Results">The products, best first.</param>
public sealed record GarmentFinds(int Garment, string Type, IReadOnlyList<SearchResult> Results);
