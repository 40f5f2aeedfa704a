namespace Drape.Store.Looks;

/// <summary>Why somebody thinks that something should not be there.</summary>
public enum ReportReason
{
    /// <summary>It shows a body in a way that is not for everybody.</summary>
    Nudity,

    /// <summary>It is against a group of people.</summary>
    Hate,

    /// <summary>It is against a person.</summary>
    Harassment,

    /// <summary>It shows somebody, or somebody's work, without leave.</summary>
    Stolen,

    /// <summary>It advertises.</summary>
    Spam,

    /// <summary>Something else, which the note says.</summary>
    Other,
}

/// <summary>A look or a comment that was reported, for a moderator to decide.</summary>
/// <param name="Look">The look.</param>
/// <param name="Comment">The comment on it; null where the look itself was reported.</param>
/// <param name="CommentAuthor">Who wrote the comment.</param>
/// <param name="CommentText">What it says.</param>
/// <param name="Reasons">Each reason that was given, and how often.</param>
/// <param name="Notes">What those who reported it wrote, the first first.</param>
/// <param name="Count">How many have reported it.</param>
/// <param name="FirstAt">When it was reported first, in UTC.</param>
public sealed record ReportedThing(Look Look, long? Comment, Member? CommentAuthor, string? CommentText,
    IReadOnlyList<(ReportReason Reason, int Count)> Reasons, IReadOnlyList<string> Notes, int Count, DateTimeOffset FirstAt);
