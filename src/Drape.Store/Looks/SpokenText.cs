namespace Drape.Store.Looks;

/// <summary>The rule for what people write under looks.</summary>
static class SpokenText
{
    /// <summary>The text without blanks around it; null where nothing is left.</summary>
    /// <exception cref="ArgumentException">It is too long, or holds a character that is none.</exception>
    public static string? Of(string? text, int longest, string what)
    {
        string? clean = text?.ReplaceLineEndings("\n").Trim();
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
}
