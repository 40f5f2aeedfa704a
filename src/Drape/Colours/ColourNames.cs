namespace Drape.Colours;

/// <summary>The names Drape gives to colours, and the naming of one colour on its own.</summary>
public static class ColourNames
{
    /// <summary>The name of what has several colours of which none rules.</summary>
    public const string Multicolor = "multicolor";

    static readonly Dictionary<string, (string Shade, OkLab Colour)[]> ShadesByName = ShadeTable.All
        .GroupBy(entry => entry.Name)
        .ToDictionary(
            group => group.Key,
            group => group.Select(entry => (entry.Shade, OkLab.FromHex(entry.Hex))).ToArray());

    /// <summary>The fourteen basic names; the last is <see cref="Multicolor"/>.</summary>
    public static IReadOnlyList<string> All { get; } = Array.AsReadOnly<string>(
    [
        "black", "white", "gray", "beige", "brown", "red", "pink", "orange", "yellow", "green", "blue", "navy",
        "purple", Multicolor,
    ]);

    /// <summary>Names one colour as it is, without knowledge of the light it was seen in.</summary>
    /// <param name="colour">The colour.</param>
    /// <returns>A basic name, never <see cref="Multicolor"/>, and the nearest shade of that name.</returns>
    public static (string Name, string Shade) Of(OkLab colour)
    {
        var scores = NameModel.OfColour(colour);
        var name = All[NameModel.Best(scores.AsSpan(0, All.Count - 1))];
        return (name, Shade(name, colour));
    }

    /// <summary>The nearest finer name among the shades that go by a basic name.</summary>
    /// <param name="name">A basic name other than <see cref="Multicolor"/>.</param>
    /// <param name="colour">The colour.</param>
    /// <returns>A shade, such as "midnight blue" (xkcd colour survey, CC0).</returns>
    /// <exception cref="ArgumentException">The name has no shades.</exception>
    public static string Shade(string name, OkLab colour) =>
        ShadesByName.TryGetValue(name, out var shades)
            ? shades.MinBy(shade => shade.Colour.Distance(colour)).Shade
            : throw new ArgumentException($"'{name}' is not a basic name of one colour.", nameof(name));
}
