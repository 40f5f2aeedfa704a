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

    static readonly FrozenDictionary<string, FrozenDictionary<string, string[]>> Languages = Load();

    static readonly FrozenDictionary<string, string[]> Names = Languages.Values.SelectMany(words => words)
        .GroupBy(pair => pair.Key, pair => pair.Value)
        .ToFrozenDictionary(words => words.Key, words => words.SelectMany(names => names).ToArray());

    /// <summary>A reading's word as people may search for it: itself and its names in every other language.</summary>
    /// <param name="word">A type, a colour, a pattern, such as <c>t-shirt</c>.</param>
    public static IEnumerable<string> NamesOf(string word) =>
        Names.TryGetValue(word, out var names) ? names.Prepend(word) : [word];

    /// <summary>What a reading's word is called in a language; null where nobody said.</summary>
    /// <param name="language">The language, such as <c>ko</c>.</param>
    /// <param name="word">A type, a colour, a pattern, such as <c>t-shirt</c>.</param>
    public static string? NameIn(string language, string word) =>
        Languages.TryGetValue(language, out var words) && words.TryGetValue(word, out var names) ? names[0] : null;

    static FrozenDictionary<string, FrozenDictionary<string, string[]>> Load()
    {
        var assembly = typeof(Vocabulary).Assembly;
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..], name =>
            {
                using var file = assembly.GetManifestResourceStream(name)!;
                return JsonSerializer.Deserialize<Dictionary<string, string[]>>(file)!.ToFrozenDictionary();
            });
    }
}
