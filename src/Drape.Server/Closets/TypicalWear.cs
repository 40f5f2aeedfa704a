namespace Drape.Server.Closets;

/// <summary>
/// How warm and how formal a type of garment usually is, on the scales of the style network, which reads whole outfits and
/// no single pieces. A first guess for its owner to correct; docs/decisions.md says where it is from.
/// </summary>
static class TypicalWear
{
    static readonly Dictionary<string, (int Warmth, int Formality)> Levels = new()
    {
        ["t-shirt"] = (1, 2),
        ["polo"] = (2, 3),
        ["tank-top"] = (1, 1),
        ["top"] = (2, 3),
        ["long-sleeve-top"] = (2, 2),
        ["shirt"] = (2, 3),
        ["blouse"] = (2, 4),
        ["sweater"] = (4, 3),
        ["cardigan"] = (3, 3),
        ["hoodie"] = (3, 1),
        ["sweatshirt"] = (3, 2),
        ["vest"] = (2, 3),
        ["blazer"] = (3, 4),
        ["jacket"] = (3, 2),
        ["coat"] = (5, 3),
        ["dress"] = (2, 4),
        ["jumpsuit"] = (2, 3),
        ["bodysuit"] = (2, 3),
        ["jeans"] = (3, 2),
        ["trousers"] = (3, 3),
        ["leggings"] = (3, 1),
        ["joggers"] = (3, 1),
        ["shorts"] = (1, 2),
        ["skirt"] = (2, 3),
        ["suit"] = (3, 5),
        ["sneakers"] = (3, 2),
        ["boots"] = (4, 3),
        ["heels"] = (2, 4),
        ["flats"] = (2, 3),
        ["formal-shoes"] = (3, 5),
        ["sandals"] = (1, 2),
        ["hat"] = (3, 2),
        ["scarf"] = (4, 3),
    };

    /// <summary>The levels, 1 to 5 each; null of what is worn in too many ways to say.</summary>
    public static (int? Warmth, int? Formality) Of(string type) =>
        Levels.TryGetValue(type, out var levels) ? (levels.Warmth, levels.Formality) : (null, null);
}
