namespace Drape.Server.Catalogs.Search;

/// <summary>Whom clothes are sold to where shops part them in two.</summary>
public enum Wearer
{
    /// <summary>A woman.</summary>
    Woman,

    /// <summary>A man.</summary>
    Man,
}

/// <summary>
/// What people and shops call them. A shop's word is its own, so only those of the other are left out: what is for both, for
/// nobody in particular or called by a word that is not here, is for anybody.
/// </summary>
static class Wearers
{
    static readonly string[] Women =
    [
        "woman", "women", "womens", "women's", "women’s", "female", "females", "lady", "ladies", "ladies'", "ladies’",
        "girl", "girls", "girls'", "girls’", "여성", "여자", "여성용", "여성복", "여아",
    ];

    static readonly string[] Men =
    [
        "man", "men", "mens", "men's", "men’s", "male", "males", "gentleman", "gentlemen",
        "boy", "boys", "boys'", "boys’", "남성", "남자", "남성용", "남성복", "남아",
    ];

    /// <summary>Who says so of themselves; null where the word says neither.</summary>
    public static Wearer? Of(string? gender) => gender?.Trim() switch
    {
        { } said when Women.Contains(said, StringComparer.OrdinalIgnoreCase) => Wearer.Woman,
        { } said when Men.Contains(said, StringComparer.OrdinalIgnoreCase) => Wearer.Man,
        _ => null,
    };

    /// <summary>What shops call those who are somebody else.</summary>
    public static IReadOnlyCollection<string> Others(this Wearer wearer) => wearer == Wearer.Woman ? Men : Women;
}
