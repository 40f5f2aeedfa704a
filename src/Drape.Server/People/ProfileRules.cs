using System.Globalization;
using System.Text;

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

    /// <summary>
    /// A text in one line; null where it has characters that are none of a line, or too many, or nothing that is seen. What turns
    /// or hides the letters around it is no letter of a name: with it one looks like somebody else.
    /// </summary>
    static string? Text(string? text, int longest) => text?.Trim() is { } line && line.Length <= longest
        && !line.Any(char.IsControl) && !line.EnumerateRunes().Any(Hides) && (line.Length == 0 || line.EnumerateRunes().Any(IsSeen))
        ? line : null;

    static bool Hides(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && !IsJoiner(rune);

    /// <summary>Between letters of some scripts, and between the parts of an emoji.</summary>
    static bool IsJoiner(Rune rune) => rune.Value is 0x200C or 0x200D;

    static bool IsSeen(Rune rune) => !IsJoiner(rune) && !IsFiller(rune) && Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpaceSeparator);

    /// <summary>Letters of Hangul and Braille that are blank.</summary>
    static bool IsFiller(Rune rune) => rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800;
}
