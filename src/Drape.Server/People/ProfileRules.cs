namespace Drape.Server.People;

/// <summary>What people may call themselves.</summary>
static class ProfileRules
{
    const int LongestName = 60;
    const int LongestGender = 40;

    /// <summary>The name without spaces around it; null if it is none.</summary>
    public static string? Name(string? name) => Text(name, LongestName) is { Length: > 0 } right ? right : null;

    /// <summary>The gender as it was said; null if it was not, or is too long.</summary>
    public static string? Gender(string? gender) => Text(gender, LongestGender) is { Length: > 0 } right ? right : null;

    /// <summary>A text in one line; null where it has characters that are none of a line, or too many.</summary>
    static string? Text(string? text, int longest) =>
        text?.Trim() is { } line && line.Length <= longest && !line.Any(char.IsControl) ? line : null;
}
