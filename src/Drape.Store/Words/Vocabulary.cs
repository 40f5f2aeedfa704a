using System.Collections.Frozen;
using System.Text.Json;

namespace Drape.Store.Words;

/// <summary>
/// What the words of readings are called in other languages, so that a search for 검정 원피스 finds a black dress. The
/// pages show the same files' first names.
/// </summary>
public static class Vocabulary
{
    const string Prefix = "words/";

    // English words that keep their hyphen; in the others it stands for a space.
    static readonly HashSet<string> Hyphenated = ["t-shirt", "tie-dye"];

    static readonly FrozenDictionary<string, Dictionary<string, string[]>> ByLanguage = LoadLanguages();
    static readonly FrozenDictionary<string, string[]> Names = Load();

    /// <summary>A reading's word as people may search for it: itself and its names in every other language.</summary>
    /// <param name="word">A type, a colour, a pattern, such as <c>t-shirt</c>.</param>
    public static IEnumerable<string> NamesOf(string word) =>
        Names.TryGetValue(word, out var names) ? names.Prepend(word) : [word];

    /// <summary>What a page calls a reading's word in a language: the first name there.</summary>
    /// <param name="word">A type, a colour, a pattern, such as <c>t-shirt</c>.</param>
    /// <param name="language">The language's code, as "ko"; of one without names the word itself, with spaces.</param>
    public static string NameOf(string word, string language)
    {
        ArgumentNullException.ThrowIfNull(word);
        return ByLanguage.TryGetValue(language, out var names) && names.TryGetValue(word, out string[]? those) ? those[0]
            : Hyphenated.Contains(word) ? word : word.Replace('-', ' ');
    }

    static FrozenDictionary<string, string[]> Load() => ByLanguage.Values.SelectMany(names => names)
        .GroupBy(pair => pair.Key, pair => pair.Value)
        .ToFrozenDictionary(words => words.Key, words => words.SelectMany(names => names).ToArray());

    static FrozenDictionary<string, Dictionary<string, string[]>> LoadLanguages()
    {
        var assembly = typeof(Vocabulary).Assembly;
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..], name =>
            {
                using var file = assembly.GetManifestResourceStream(name)!;
                return JsonSerializer.Deserialize<Dictionary<string, string[]>>(file)!;
            });
    }
}
