using System.Globalization;
using Drape.Colours;
using Drape.Server.Problems;
using Drape.Store.Closets;

namespace Drape.Server.Closets;

/// <summary>A filter as it stands in addresses; the page and the API read the same parameters.</summary>
static class ClosetQuery
{
    const int LongestWords = 200;

    /// <summary>The parameters' names.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["type", "colour", "pattern", "season", "notWornSince", "words", "near", "doubtful", "deleted"];

    /// <summary>Reads a filter.</summary>
    /// <exception cref="ProblemException">A value cannot be.</exception>
    public static ClosetFilter Parse(IQueryCollection query)
    {
        string? Asked(string name) => query[name].FirstOrDefault()?.Trim() is { Length: > 0 } text
            ? text.Contains('\0') ? throw Wrong($"'{name}' holds a character that is none.") : text : null;
        string? season = Asked("season");
        string? words = Asked("words");
        return new ClosetFilter
        {
            Type = Asked("type"),
            Colour = Asked("colour"),
            Pattern = Asked("pattern"),
            Season = season is null || ClosetDetails.Seasons.Contains(season) ? season
                : throw Wrong($"'season' is '{season}': it is {string.Join(", ", ClosetDetails.Seasons)}."),
            NotWornSince = Asked("notWornSince") is { } day ? Day("notWornSince", day) : null,
            Words = words?.Length > LongestWords ? words[..LongestWords] : words,
            Near = Asked("near") is { } hex ? Colour(hex) : null,
            Doubtful = Flag("doubtful", Asked("doubtful")),
            Deleted = Flag("deleted", Asked("deleted")),
        };
    }

    /// <summary>A day as it stands in addresses.</summary>
    /// <exception cref="ProblemException">It is none.</exception>
    public static DateOnly Day(string name, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw Wrong($"'{name}' is '{text}': it is a day, as 2026-11-21.");

    static OkLab Colour(string hex)
    {
        try
        {
            return OkLab.FromHex(hex.StartsWith('#') ? hex : '#' + hex);
        }
        catch (FormatException e)
        {
            throw new ProblemException(RequestProblems.WrongParameter($"'near' is '{hex}': it is a colour, as 1f2a4d."), e);
        }
    }

    static bool Flag(string name, string? text) => text is null or "false" ? false
        : text is "true" ? true : throw Wrong($"'{name}' is '{text}': it is true or false.");

    static ProblemException Wrong(string detail) => new(RequestProblems.WrongParameter(detail));
}
