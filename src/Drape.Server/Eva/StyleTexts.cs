namespace Drape.Server.Eva;

/// <summary>What there is to tell of the styles in one language.</summary>
sealed class StyleTexts
{
    static readonly Dictionary<string, StyleTexts> ByLanguage =
        Voice.All.Keys.ToDictionary(language => language, language => new StyleTexts(language));

    readonly Dictionary<string, StyleText> _texts;

    StyleTexts(string language) => _texts = Texts.Read<Dictionary<string, StyleText>>($"styles.{language}");

    /// <summary>The texts of a language that <see cref="Voice"/> has.</summary>
    public static StyleTexts In(string language) => ByLanguage[language];

    /// <summary>The texts, by style.</summary>
    public IReadOnlyDictionary<string, StyleText> All => _texts;

    /// <summary>What a style is called; a style of a network of one's own keeps its word.</summary>
    public string NameOf(string style) => _texts.TryGetValue(style, out var text) ? text.Name : style.Replace('-', ' ');
}

/// <summary>What there is to tell of a style.</summary>
/// <param name="Name">What it is called in a sentence.</param>
/// <param name="Line">What it is, in one sentence.</param>
/// <param name="History">Where it comes from.</param>
/// <param name="Pieces">The pieces that make it.</param>
/// <param name="Wear">How it is worn.</param>
/// <param name="Colours">Which colours like it.</param>
public sealed record StyleText(
    string Name, string Line, string History, IReadOnlyList<string> Pieces, string Wear, string Colours);
