using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Drape.Store.Words;

/// <summary>
/// Splits text into the terms that words are found by, the same for what is kept and for what is asked: without capitals
/// and accents, English plurals and possessives as their singular, and scripts written without spaces (Korean joins words as it likes) also
/// in pieces of two letters.
/// </summary>
public static partial class SearchTerms
{
    /// <summary>The most letters of a term; the rest is cut off.</summary>
    public const int LongestTerm = 40;

    static readonly FrozenSet<string> StopWords = FrozenSet.ToFrozenSet(
        ["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"], StringComparer.Ordinal);

    /// <summary>The terms of a text, each once, in order.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var terms = new OrderedSet();
        foreach (var compound in Compounds(text))
        {
            foreach (string word in compound)
            {
                terms.Add(word);
                foreach (string piece in Pieces(word))
                {
                    terms.Add(piece);
                }
            }

            if (Joined(compound) is { } joined)
            {
                terms.Add(joined);
            }
        }

        return terms.Items;
    }

    /// <summary>How many words a text has, whatever their pieces.</summary>
    public static int Count(string text) => Compounds(text).Sum(c => c.Count);

    /// <summary>What has to be found for the words that somebody asks for, all of it.</summary>
    /// <remarks>English words that say nothing of a product fall away, unless there are no others.</remarks>
    internal static IReadOnlyList<AskedWord> Asked(string text)
    {
        var compounds = Compounds(text).ToList();
        var telling = compounds.Where(c => c.Count > 1 || !StopWords.Contains(c[0])).ToList();
        return [.. (telling.Count > 0 ? telling : compounds).Select(compound => new AskedWord(
            [.. compound.SelectMany(AskedTerms)], Joined(compound) is { } joined ? new AskedTerm(joined, true) : null))];
    }

    // Letters that belong together: "t-shirt" is two words, and one that others write as "tshirt".
    static IEnumerable<IReadOnlyList<string>> Compounds(string text)
    {
        var compound = new List<string>();
        foreach (var part in Runs.Of(Possessive().Replace(text, "")))
        {
            if (!part.Joined && compound.Count > 0)
            {
                yield return compound;
                compound = [];
            }

            compound.Add(Stem(part.Letters));
        }

        if (compound.Count > 0)
        {
            yield return compound;
        }
    }

    static string? Joined(IReadOnlyList<string> compound) =>
        compound.Count > 1 ? Cut(string.Concat(compound)) : null;

    static IEnumerable<AskedTerm> AskedTerms(string word)
    {
        string[] pieces = [.. Pieces(word)];
        return pieces.Length switch
        {
            0 => [new AskedTerm(word, word.Length >= 3)],
            // One letter begins one of the pieces of each word that has it.
            1 => [new AskedTerm(word, true)],
            _ => pieces[..^1].Select(piece => new AskedTerm(piece, false)),
        };
    }

    /// <summary>A word's pieces of two letters and its last letter, where it is of a script without spaces.</summary>
    static IEnumerable<string> Pieces(string word)
    {
        if (!Runs.IsDense(word[0]))
        {
            yield break;
        }

        for (int i = 0; i + 1 < word.Length; i++)
        {
            yield return word.Substring(i, 2);
        }

        yield return word[^1..];
    }

    [GeneratedRegex(@"(?<=\p{L})['\u2019][sS]\b", RegexOptions.CultureInvariant)]
    private static partial Regex Possessive();

    static string Stem(string word)
    {
        word = Cut(word);
        if (word.Length < 4 || word[^1] != 's' || !word.All(char.IsAsciiLetterLower))
        {
            return word;
        }

        string[] hissing = ["sses", "shes", "ches", "xes", "zes"];
        return word switch
        {
            _ when word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 => word[..^3] + "y",
            _ when Array.Exists(hissing, end => word.EndsWith(end, StringComparison.Ordinal)) => word[..^2],
            _ when word[^2] is 's' or 'u' or 'i' => word,
            _ => word[..^1],
        };
    }

    static string Cut(string word) => word.Length <= LongestTerm ? word
        : word[..(char.IsHighSurrogate(word[LongestTerm - 1]) ? LongestTerm - 1 : LongestTerm)];

    sealed class OrderedSet
    {
        readonly HashSet<string> _known = new(StringComparer.Ordinal);

        public List<string> Items { get; } = [];

        public void Add(string term)
        {
            if (_known.Add(term))
            {
                Items.Add(term);
            }
        }
    }
}
