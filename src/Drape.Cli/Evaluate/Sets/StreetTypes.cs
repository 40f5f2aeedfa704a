namespace Drape.Cli.Evaluate.Sets;

/// <summary>What the labels of street photos' masks are called among the reader's types.</summary>
static class StreetTypes
{
    const string Suit = "suit", Blazer = "blazer";

    /// <summary>By label; labels that fit more than one type (shoes, stockings, accessories) are left out.</summary>
    static readonly Dictionary<string, string> _types = new()
    {
        ["t-shirt"] = "t-shirt",
        ["top"] = "top",
        ["bodysuit"] = "bodysuit",
        ["shirt"] = "shirt",
        ["blouse"] = "blouse",
        ["cardigan"] = "cardigan",
        ["jumper"] = "sweater",
        ["sweater"] = "sweater",
        ["sweatshirt"] = "sweatshirt",
        ["hoodie"] = "hoodie",
        ["jacket"] = "jacket",
        ["blazer"] = Blazer,
        [Suit] = Suit,
        ["coat"] = "coat",
        ["vest"] = "vest",
        ["dress"] = "dress",
        ["romper"] = "jumpsuit",
        ["skirt"] = "skirt",
        ["pants"] = "trousers",
        ["jeans"] = "jeans",
        ["shorts"] = "shorts",
        ["leggings"] = "leggings",
        ["tights"] = "leggings",
        ["boots"] = "boots",
        ["flats"] = "flats",
        ["heels"] = "heels",
        ["pumps"] = "heels",
        ["wedges"] = "heels",
        ["loafers"] = "formal-shoes",
        ["sandals"] = "sandals",
        ["sneakers"] = "sneakers",
        ["hat"] = "hat",
        ["scarf"] = "scarf",
    };

    /// <summary>Whether some label names a type.</summary>
    public static bool Names(string type) => _types.ContainsValue(type);

    /// <summary>Whether something may be called a type that has a label: if that names the type; and the jacket of a suit is a blazer.</summary>
    public static bool Fits(string label, string type) => Of(label) == type || (label == Suit && type == Blazer);

    /// <summary>The type that a label names; null where it names none.</summary>
    public static string? Of(string label) => _types.GetValueOrDefault(label);
}
