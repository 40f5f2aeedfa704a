namespace Drape.Store.Products;

/// <summary>A product that words found.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Score">
/// Above 0.5 to 1: 1 where it is called nothing but what was asked for, less the more it is called besides.
/// </param>
public readonly record struct FoundProduct(long Id, float Score);
