namespace Drape.Store.Looks;

/// <summary>The words that stand for choices: in the database, in JSON and in forms.</summary>
public static class LookWords
{
    static readonly Dictionary<string, LookVisibility> Visibilities =
        Enum.GetValues<LookVisibility>().ToDictionary(value => value.ToString().ToLowerInvariant());

    static readonly Dictionary<string, LookSection> Sections =
        Enum.GetValues<LookSection>().ToDictionary(value => value.ToString().ToLowerInvariant());

    static readonly Dictionary<string, ReportReason> Reasons =
        Enum.GetValues<ReportReason>().ToDictionary(value => value.ToString().ToLowerInvariant());

    /// <summary>public, followers or private.</summary>
    public static string Of(LookVisibility visibility) => visibility.ToString().ToLowerInvariant();

    /// <summary>open, women or men.</summary>
    public static string Of(LookSection section) => section.ToString().ToLowerInvariant();

    /// <summary>nudity, hate, harassment, stolen, spam or other.</summary>
    public static string Of(ReportReason reason) => reason.ToString().ToLowerInvariant();

    /// <summary>Reads a visibility; null for a word that is none.</summary>
    public static LookVisibility? Visibility(string? word) =>
        word is not null && Visibilities.TryGetValue(word, out var value) ? value : null;

    /// <summary>Reads a section; null for a word that is none.</summary>
    public static LookSection? Section(string? word) =>
        word is not null && Sections.TryGetValue(word, out var value) ? value : null;

    /// <summary>Reads a reason; null for a word that is none.</summary>
    public static ReportReason? Reason(string? word) =>
        word is not null && Reasons.TryGetValue(word, out var value) ? value : null;
}
