using System.Globalization;
using Drape.Inference;
using Drape.Store.Closets;
using Drape.Store.Words;

namespace Drape.Server.Pages.Closet;

/// <summary>How the page's language calls what was read.</summary>
static class GarmentWords
{
    /// <summary>A type, a colour, a pattern or a season.</summary>
    public static string Of(string word) => Vocabulary.NameOf(word, Languages.Of(CultureInfo.CurrentUICulture));

    /// <summary>The same at the beginning of a line.</summary>
    public static string First(string word)
    {
        string name = Of(word);
        return name.Length == 0 ? name : char.ToUpper(name[0], CultureInfo.InvariantCulture) + name[1..];
    }

    /// <summary>A piece in few words: its own name, or "Navy t-shirt".</summary>
    public static string Title(ClosetDetails details) => Title(details.Name, details.Colour, details.Type);

    /// <summary>The same from its parts.</summary>
    public static string Title(string? name, string colour, string type) =>
        name ?? (type == Verdict.Unclear ? First(colour) : $"{First(colour)} {Of(type)}");
}
