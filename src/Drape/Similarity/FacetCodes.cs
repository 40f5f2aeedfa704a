using System.Collections.Concurrent;

namespace Drape.Similarity;

/// <summary>
/// Small numbers for the words of items' facets: a filter then compares numbers. Any thread may ask; words are never
/// forgotten, so a number always means the same.
/// </summary>
sealed class FacetCodes
{
    /// <summary>The number that stands for "not known".</summary>
    public const int None = 0;

    readonly ConcurrentDictionary<string, int> _codes = new(StringComparer.Ordinal);

    /// <summary>The number of a word, a new one where it has none yet. Only one thread at a time may call it.</summary>
    public int Add(string? word)
    {
        if (word is null)
        {
            return None;
        }

        if (!_codes.TryGetValue(word, out int code))
        {
            _codes[word] = code = _codes.Count + 1;
        }

        return code;
    }

    /// <summary>The number of a word; false where no item has it.</summary>
    public bool TryFind(string word, out int code) => _codes.TryGetValue(word, out code);

    /// <summary>The numbers of those words that any item has, whatever their small and capital letters.</summary>
    public int[] Find(IEnumerable<string> words)
    {
        var wanted = words.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. _codes.Where(known => wanted.Contains(known.Key)).Select(known => known.Value)];
    }
}
