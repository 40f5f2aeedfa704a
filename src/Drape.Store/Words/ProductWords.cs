using System.Globalization;
using Drape.Inference;
using Drape.Store.Products;

namespace Drape.Store.Words;

/// <summary>The words that a product is found by.</summary>
/// <param name="Id">The product's number.</param>
/// <param name="Terms">Its terms, separated by spaces.</param>
/// <param name="Length">How many words there are: the fewer, the more each says.</param>
sealed record ProductWords(long Id, string Terms, int Length)
{
    // No text has it, so that no word is taken for a catalog.
    const char CatalogSign = '\uE000';

    // The catalog's words of a garment by which people ask: a watch and a bag have no type of the closet.
    static readonly string[] Asked = ["articleType", "subCategory", "masterCategory", "gender"];

    public static ProductWords Of(long id, int catalog, ProductFacts product)
    {
        string?[] texts =
        [
            product.Name, .. product.Names.Values, product.Category, product.Type, product.Colour, product.Pattern,
            product.Gender,
        ];
        // Of a text that stands twice the second says nothing new.
        string text = string.Join(" \n ", texts.Where(t => !string.IsNullOrWhiteSpace(t)).Distinct());
        // What Drape saw is found by its names in every language; they make the product's own text no longer.
        var translated = Asked.Select(question => product.Attributes.GetValueOrDefault(question))
            .Concat([product.Type, product.Colour, product.Pattern]).OfType<string>()
            .Where(word => word != Verdict.Unclear).SelectMany(Vocabulary.NamesOf);
        var terms = SearchTerms.Of($"{text} \n {string.Join(" \n ", translated)}");
        return new ProductWords(
            id, string.Join(' ', terms.Prepend(CatalogTerm(catalog))), Math.Max(1, SearchTerms.Count(text)));
    }

    /// <summary>The term that all products of a catalog have, so that the full-text index knows catalogs too.</summary>
    public static string CatalogTerm(int catalog) => CatalogSign + catalog.ToString(CultureInfo.InvariantCulture);
}
