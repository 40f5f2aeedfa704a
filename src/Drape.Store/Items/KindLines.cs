using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Drape.Similarity;

namespace Drape.Store.Items;

/// <summary>The kinds of a product as text: a line each, "214 Shirts", the number being the probability in steps of 1/255.</summary>
static class KindLines
{
    const float Steps = byte.MaxValue;

    /// <summary>The text; empty where the network tells no kinds, null where nobody asked it.</summary>
    public static string? Of(Kinds? kinds) => kinds is null ? null : string.Join('\n', kinds.Shares.Select(
        s => string.Create(CultureInfo.InvariantCulture, $"{MathF.Round(s.Share * Steps)} {s.Kind}")));

    /// <summary>Reads a text; null where it is.</summary>
    public static Kinds? Read(string? text) =>
        text is null ? null : text.Length == 0 ? Kinds.Unknown : Read(Encoding.UTF8.GetBytes(text), new WordPool());

    /// <summary>Reads a text in UTF-8; null where it is empty.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Words met before.</param>
    /// <exception cref="StoreException">It is none.</exception>
    public static Kinds? Read(ReadOnlySpan<byte> text, WordPool words)
    {
        if (text.IsEmpty)
        {
            return null;
        }

        var shares = new KindShare[text.Count((byte)'\n') + 1];
        for (int i = 0; i < shares.Length; i++)
        {
            int end = text.IndexOf((byte)'\n');
            var line = end < 0 ? text : text[..end];
            text = text[(end + 1)..];
            shares[i] = Utf8Parser.TryParse(line, out byte share, out int read) && line.Length > read + 1 && line[read] == ' '
                ? new KindShare(words.Find(line[(read + 1)..])!, share / Steps)
                : throw new StoreException("A product's kinds are damaged: run 'drape import' again.");
        }

        return Kinds.Of(shares);
    }
}
