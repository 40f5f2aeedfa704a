namespace Drape.Server.Pages.Closet;

/// <summary>A colour as it is shown, beside its name; the partial <c>_Swatch</c> draws it.</summary>
/// <param name="Hexes">Its colours: one, or several of what is of many colours.</param>
sealed record Swatch(IReadOnlyList<string> Hexes)
{
    static readonly Dictionary<string, string[]> Named = new()
    {
        ["black"] = ["#1e1d1f"],
        ["white"] = ["#fbfaf7"],
        ["gray"] = ["#8c8b89"],
        ["beige"] = ["#d9c4a3"],
        ["brown"] = ["#6d4a34"],
        ["red"] = ["#b8322f"],
        ["pink"] = ["#e2a1b0"],
        ["orange"] = ["#dd7a2c"],
        ["yellow"] = ["#e5bf45"],
        ["green"] = ["#4d7049"],
        ["blue"] = ["#4a7ab5"],
        ["navy"] = ["#232f55"],
        ["purple"] = ["#6f4d87"],
        ["multicolor"] = ["#b8322f", "#e5bf45", "#4d7049", "#4a7ab5"],
    };

    /// <summary>How a name is shown where no measured colour is at hand.</summary>
    public static Swatch Of(string name) => new(Named.TryGetValue(name, out var hexes) ? hexes : ["#8c8b89"]);
}
