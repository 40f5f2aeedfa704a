using System.Text.RegularExpressions;

namespace Drape.Store.Clicks;

/// <summary>That somebody went from a find to its shop. Nobody keeps who.</summary>
public sealed partial record Click
{
    /// <summary>Creates one.</summary>
    /// <param name="catalog">The product's catalog.</param>
    /// <param name="product">The product's id in the shop.</param>
    /// <param name="place">Where it was shown.</param>
    /// <param name="style">The style of the outfit that it was found for; null where none was read.</param>
    /// <exception cref="ArgumentException">The style is no word such as business-casual.</exception>
    public Click(string catalog, string product, ClickPlace place, string? style = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(catalog);
        ArgumentException.ThrowIfNullOrEmpty(product);
        if (style is not null && !StyleWord().IsMatch(style))
        {
            throw new ArgumentException($"'{style}' is no style such as business-casual.");
        }

        (Catalog, Product, Place, Style) = (catalog, product, place, style);
    }

    /// <summary>The product's catalog.</summary>
    public string Catalog { get; }

    /// <summary>The product's id in the shop.</summary>
    public string Product { get; }

    /// <summary>Where it was shown.</summary>
    public ClickPlace Place { get; }

    /// <summary>The style of the outfit that it was found for; null where none was read.</summary>
    public string? Style { get; }

    [GeneratedRegex("^[a-z][a-z-]{0,39}$")]
    private static partial Regex StyleWord();
}

/// <summary>Where a find was shown.</summary>
public enum ClickPlace
{
    /// <summary>Among what is like one garment.</summary>
    Alikes,

    /// <summary>Among what was found for a whole look.</summary>
    Look,
}
