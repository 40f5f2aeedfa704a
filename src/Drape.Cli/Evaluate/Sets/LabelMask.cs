using Drape.Cli.CommandLine;
using Drape.Imaging;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>Turns a mask's file, one gray value a label, into groups of a parser.</summary>
sealed class LabelMask
{
    /// <summary>Pixels of labels that the parser has no group for: they are not judged.</summary>
    public const byte Untold = byte.MaxValue;

    readonly byte[] _groupOf;

    /// <param name="labels">The set's labels; a mask's gray value is a place in this list.</param>
    /// <param name="groups">The parser's groups.</param>
    /// <param name="merges">Which labels were merged into each group; empty where the labels are the groups.</param>
    /// <exception cref="WrongUseException">No label belongs to any group.</exception>
    public LabelMask(IReadOnlyList<string> labels, string[] groups,
        IReadOnlyDictionary<string, IReadOnlyList<string>> merges)
    {
        _groupOf = [.. labels.Select(label =>
        {
            string group = merges.Count == 0 ? label : merges.FirstOrDefault(m => m.Value.Contains(label)).Key;
            int place = Array.IndexOf(groups, group);
            return place < 0 ? Untold : (byte)place;
        })];
        if (Array.TrueForAll(_groupOf, g => g == Untold))
        {
            throw new WrongUseException($"None of the masks' {labels.Count} labels belongs to a group of the parser: "
                + $"{string.Join(", ", groups)}.");
        }
    }

    /// <summary>Reads a mask.</summary>
    /// <param name="file">A gray PNG of 8 bits.</param>
    /// <returns>Width, height and the group of each pixel, or <see cref="Untold"/>.</returns>
    /// <exception cref="PhotoException">It is no such picture, or has a value without a label.</exception>
    public (int Width, int Height, byte[] Groups) Read(byte[] file)
    {
        var header = PhotoDecoder.Identify(file);
        // At its own size nothing is resampled, and gray becomes R = G = B of the same value.
        var picture = PhotoDecoder.Decode(file, Math.Max(header.Width, header.Height)).Pixels;
        byte[] groups = new byte[picture.Width * picture.Height];
        for (int i = 0; i < groups.Length; i++)
        {
            var pixel = picture.Pixels.AsSpan(3 * i, 3);
            if (pixel[0] != pixel[1] || pixel[1] != pixel[2] || pixel[0] >= _groupOf.Length)
            {
                throw new PhotoException(PhotoError.Damaged, $"The mask has the value {pixel[0]}, {pixel[1]}, {pixel[2]}; "
                    + $"it should be gray, 0 to {_groupOf.Length - 1}.");
            }

            groups[i] = _groupOf[pixel[0]];
        }

        return (picture.Width, picture.Height, groups);
    }
}
