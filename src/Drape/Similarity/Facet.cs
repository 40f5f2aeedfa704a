namespace Drape.Similarity;

/// <summary>The facets that are compared as numbers.</summary>
enum Facet
{
    Catalog,
    Type,
    Colour,
    Pattern,
    Gender,
}
