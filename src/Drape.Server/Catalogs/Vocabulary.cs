using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace Drape.Server.Catalogs;

/// <summary>
/// What the words of readings are called in other languages, so that a search for 검정 원피스 finds a black dress. The
/// pages show the same files' first names.
/// </summary>
public static class Vocabulary
{
    const string Prefix = "words/";

    static readonly FrozenDictionary<string, string[]> Names = Load();

    /// <summary>The reading's word by each of its names; of two words with one name the first.</summary>
    static readonly FrozenDictionary<string, string> WordOf = Names
        .SelectMany(pair => pair.Value.Select(name => (Name: name, Word: pair.Key)))
        .OrderBy(pair => pair.Word, StringComparer.Ordinal)
        .DistinctBy(pair => pair.Name, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Word, StringComparer.OrdinalIgnoreCase);

    /// <summary>Words of the longest name.</summary>
    static readonly int MostWords = WordOf.Keys.Max(name => name.Split(' ').Length);

    /// <summary>A reading's word as people may search for it: itself and its names in every other language.</summary>
    /// <param name="word">A type, a colour, a pattern, such as <c>t-shirt</c>.</param>
    public static IEnumerable<string> NamesOf(string word) =>
        Names.TryGetValue(word, out var names) ? names.Prepend(word) : [word];

    /// <summary>The same words with those of readings as readings have them: 검정 티셔츠 is "black t-shirt".</summary>
    /// <returns>Null where no word is another's name.</returns>
    internal static string? Translated(string words)
    {
        string[] given = words.Normalize(NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var meant = new List<string>();
        bool any = false;
        for (int at = 0; at < given.Length;)
        {
            // Some names are of several words.
            int length = Enumerable.Range(1, Math.Min(MostWords, given.Length - at)).Reverse()
                .FirstOrDefault(n => WordOf.ContainsKey(string.Join(' ', given[at..(at + n)])));
            any |= length > 0;
            meant.Add(length > 0 ? WordOf[string.Join(' ', given[at..(at + length)])] : given[at]);
            at += Math.Max(1, length);
        }

        return any ? string.Join(' ', meant) : null;
    }

    static FrozenDictionary<string, string[]> Load()
    {
        var assembly = typeof(Vocabulary).Assembly;
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .SelectMany(name =>
            {
                using var file = assembly.GetManifestResourceStream(name)!;
                return JsonSerializer.Deserialize<Dictionary<string, string[]>>(file)!;
            })
            .GroupBy(pair => pair.Key, pair => pair.Value)
            .ToFrozenDictionary(words => words.Key, words => words.SelectMany(names => names).ToArray());
    }
}
