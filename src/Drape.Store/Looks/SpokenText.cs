using System.Text.RegularExpressions;

namespace Drape.Store.Looks;

/// <summary>The rule for what people write under looks.</summary>
static partial class SpokenText
{
    /// <summary>
    /// The text without blanks around it, without marks that turn the letters after them around, and with one empty line where
    /// there were several; null where nothing is left.
    /// </summary>
    /// <exception cref="ArgumentException">It is too long, or holds a character that is none.</exception>
    public static string? Of(string? text, int longest, string what)
    {
        string? clean = text is null ? null
            : EmptyLines().Replace(Turns().Replace(text.ReplaceLineEndings("\n"), ""), "\n\n").Trim();
        return clean switch
        {
            null or "" => null,
            { Length: var length } when length > longest =>
                throw new ArgumentException($"{what} has at most {longest} characters, not {length}."),
            _ when clean.Any(letter => char.IsControl(letter) && letter != '\n') =>
                throw new ArgumentException($"{what} holds a character that is none."),
            _ => clean,
        };
    }

    [GeneratedRegex("[\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex Turns();

    [GeneratedRegex("\n[ \t]*(\n[ \t]*){2,}")]
    private static partial Regex EmptyLines();
}
