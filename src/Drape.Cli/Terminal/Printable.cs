using System.Globalization;
using System.Text;

namespace Drape.Cli.Terminal;

/// <summary>Makes names safe to show: a file's name may hold what a terminal takes for an order.</summary>
static class Printable
{
    /// <summary>The text with control characters, and those that turn its direction, written as \u001b.</summary>
    public static string Text(string text)
    {
        if (!text.Any(IsUnsafe))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length + 16);
        foreach (char c in text)
        {
            if (IsUnsafe(c))
            {
                safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                safe.Append(c);
            }
        }

        return safe.ToString();
    }

    static bool IsUnsafe(char c) => char.IsControl(c)
        || c is '\u2028' or '\u2029' or '\u200E' or '\u200F' or '\u061C'
        || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';
}
