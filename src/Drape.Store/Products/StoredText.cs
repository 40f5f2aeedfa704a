using System.Text;

namespace Drape.Store.Products;

/// <summary>Text that both databases keep as it is.</summary>
static class StoredText
{
    /// <summary>Lets text through that can be kept, null included.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">What it is, for the message.</param>
    /// <param name="longest">The most characters.</param>
    /// <exception cref="ArgumentException">It is too long, holds a zero character or half a character.</exception>
    public static string? Checked(string? text, string name, int longest)
    {
        if (text is null)
        {
            return null;
        }

        if (text.Length > longest)
        {
            throw new ArgumentException($"The {name} has {text.Length} characters; at most {longest} are kept.");
        }

        if (text.Contains('\0') || !Whole(text))
        {
            throw new ArgumentException($"The {name} holds a character that is none.");
        }

        return text;
    }

    /// <summary>The same for what has to be there.</summary>
    /// <inheritdoc cref="Checked"/>
    public static string Present(string? text, string name, int longest) =>
        string.IsNullOrWhiteSpace(text)
            ? throw new ArgumentException($"The {name} is empty.") : Checked(text, name, longest)!;

    static bool Whole(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out int length) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            text = text[length..];
        }

        return true;
    }
}
