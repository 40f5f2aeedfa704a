using System.Text.RegularExpressions;
using Drape.Store.Words;

namespace Drape.Server.Eva;

/// <summary>What Eva can say in one language: her sentences, and the names of what she talks about.</summary>
sealed partial class Voice
{
    const double PatternSure = 0.75;

    static readonly HashSet<string> Small = ["sneakers", "boots", "heels", "flats", "formal-shoes", "sandals", "hat", "bag",
        "belt", "eyewear", "leggings"];

    readonly Script _script;
    readonly string _language;

    Voice(string language)
    {
        _language = language;
        _script = Texts.Read<Script>($"eva.{language}");
    }

    /// <summary>Her languages, by name.</summary>
    public static IReadOnlyDictionary<string, Voice> All { get; } =
        new[] { "en", "ko" }.ToDictionary(language => language, language => new Voice(language));

    /// <summary>The keys of all her sentences.</summary>
    public IReadOnlyCollection<string> Keys => _script.Lines.Keys;

    /// <summary>The ways in which she says something.</summary>
    public IReadOnlyList<string> Ways(string key) => _script.Lines[key];

    /// <summary>A sentence, with words put in where it has names in braces.</summary>
    /// <param name="key">What is said.</param>
    /// <param name="seed">Chooses among the ways to say it: the same photo is told the same.</param>
    /// <param name="words">The words, by name.</param>
    public string Say(string key, uint seed, params (string Name, string Word)[] words)
    {
        string[] ways = _script.Lines[key];
        string line = ways[(seed + Seed(key)) % (uint)ways.Length];
        string said = Slot().Replace(line, slot =>
        {
            string word = words.First(w => w.Name == slot.Groups[1].Value).Word;
            return slot.Groups[2].Success ? word + KoreanEnding.Of(word, slot.Groups[2].Value, slot.Groups[3].Value) : word;
        });
        return char.ToUpperInvariant(said[0]) + said[1..];
    }

    /// <summary>A number that a text always has, for choosing.</summary>
    public static uint Seed(string text)
    {
        uint hash = 2166136261; // FNV-1a
        foreach (char letter in text)
        {
            hash = (hash ^ letter) * 16777619;
        }

        return hash >> 8;
    }

    /// <summary>What a garment is called beside its colour: "navy striped shirt".</summary>
    public string Named(Garment garment)
    {
        string type = Word(garment.Type);
        string pattern = ShowsPattern(garment) ? Word(garment.Pattern) + " " : "";
        // 파란 청바지 says blue twice, and so does blue jeans; but these may be black, too.
        string colour = garment is { Type: "jeans", Colour: "blue" or "navy" } && _language == "ko" ? "" : Word(garment.Colour) + " ";
        return colour + pattern + type;
    }

    /// <summary>
    /// Whether a garment's pattern is worth a word: there is one, it is likely enough, and the garment is cloth of some size,
    /// where the reader has learnt patterns.
    /// </summary>
    public static bool ShowsPattern(Garment garment) => garment is { PatternConfidence: >= PatternSure }
        and { Pattern: not ("solid" or "unclear" or "other") } && !Small.Contains(garment.Type);

    /// <summary>A type with its article, where the language has one: "a shirt", "jeans", "an orange coat".</summary>
    /// <param name="type">The type, which tells whether it is one or a pair.</param>
    /// <param name="name">What it is called.</param>
    public string WithArticle(string type, string name) => _language != "en" || IsMany(type) ? name
        : (name[0] is 'a' or 'e' or 'i' or 'o' ? "an " : "a ") + name;

    /// <summary>Whether a type is spoken of as several: jeans, shoes.</summary>
    public bool IsMany(string type) => _script.Many.Contains(type);

    /// <summary>A word of a reading before another one: its colour, its pattern, its type.</summary>
    public string Word(string word) => _script.Words.TryGetValue(word, out string? own) ? own : Plain(word);

    /// <summary>The name of a colour on its own.</summary>
    public string ColourName(string colour) => Plain(colour);

    /// <summary>Words one after the other: "white, beige and gray".</summary>
    /// <param name="words">At least one.</param>
    /// <param name="choice">Whether one of them is meant, not all.</param>
    public string Listed(IReadOnlyList<string> words, bool choice = false) => words.Count == 1 ? words[0]
        : string.Join(_script.Comma, words.Take(words.Count - 1)) + (choice ? _script.Or : _script.And) + words[^1];

    string Plain(string word) => Vocabulary.NameOf(word, _language);

    [GeneratedRegex(@"\{(\w+)(?:\|([^/}]+)/([^}]+))?\}")]
    private static partial Regex Slot();

    sealed record Script(Dictionary<string, string> Words, string[] Many, string Comma, string And, string Or,
        Dictionary<string, string[]> Lines);
}
