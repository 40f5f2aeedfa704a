using System.Globalization;
using Drape.Colours;
using Drape.Store.Looks;
using Drape.Styles;

namespace Drape.Server.Looks;

/// <summary>A look as the API tells of it to who asks. Times are in UTC.</summary>
public sealed record LookAnswer
{
    /// <summary>Its number.</summary>
    public required long Id { get; init; }

    /// <summary>Who posted it.</summary>
    public required MemberAnswer Author { get; init; }

    /// <summary>What its author says of it.</summary>
    public string? Text { get; init; }

    /// <summary>public, followers or private: who may see it.</summary>
    public required string Visibility { get; init; }

    /// <summary>women, men or open: where it stands in the leaderboard, as its author says.</summary>
    public required string Section { get; init; }

    /// <summary>The most probable styles, the first one first.</summary>
    public required IReadOnlyList<StyleConfidence> Styles { get; init; }

    /// <summary>How clearly it speaks, as the server computed it of the photo.</summary>
    public required ScoreAnswer Score { get; init; }

    /// <summary>Its colours, the largest share first.</summary>
    public required IReadOnlyList<NamedColour> Palette { get; init; }

    /// <summary>What the main figure wears; the boxes are in pixels of a photo of <c>width</c> by <c>height</c>.</summary>
    public required IReadOnlyList<Garment> Garments { get; init; }

    /// <summary>The photo's width, as the boxes count it; the picture may be smaller.</summary>
    public required int Width { get; init; }

    /// <summary>The photo's height, as the boxes count it.</summary>
    public required int Height { get; init; }

    /// <summary>Where the photo is, a JPEG.</summary>
    public required string Picture { get; init; }

    /// <summary>Where it is in small, a WebP.</summary>
    public required string Preview { get; init; }

    /// <summary>Its page.</summary>
    public required string Page { get; init; }

    /// <summary>How many like it.</summary>
    public required int Likes { get; init; }

    /// <summary>How many comments there are for who asks.</summary>
    public required int Comments { get; init; }

    /// <summary>Whether who asks likes it.</summary>
    public required bool Liked { get; init; }

    /// <summary>Whether it is among the scraps of who asks.</summary>
    public required bool Scrapped { get; init; }

    /// <summary>When it was posted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When what is said of it was last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Since when a moderator keeps it from others.</summary>
    public DateTimeOffset? HiddenAt { get; init; }

    /// <summary>Tells of a look.</summary>
    public static LookAnswer Of(Look look)
    {
        ArgumentNullException.ThrowIfNull(look);
        return new LookAnswer
        {
            Id = look.Id,
            Author = MemberAnswer.Of(look.Author),
            Text = look.Details.Text,
            Visibility = LookWords.Of(look.Details.Visibility),
            Section = LookWords.Of(look.Details.Section),
            Styles = look.Reading.Style!.Top,
            Score = new ScoreAnswer(look.Score, look.Style.Confidence, look.Harmony),
            Palette = look.Palette,
            Garments = look.Reading.Garments,
            Width = look.Reading.Width,
            Height = look.Reading.Height,
            Picture = PictureOf(look),
            Preview = PreviewOf(look),
            Page = PageOf(look),
            Likes = look.Likes,
            Comments = look.Comments,
            Liked = look.Liked,
            Scrapped = look.Scrapped,
            CreatedAt = look.CreatedAt,
            ChangedAt = look.ChangedAt,
            HiddenAt = look.HiddenAt,
        };
    }

    /// <summary>Where a look's photo is; another photo has another address, so that browsers may keep it.</summary>
    internal static string PictureOf(Look look) => string.Create(
        CultureInfo.InvariantCulture, $"{LookRoutes.Path}/{look.Id}/picture?v={look.Picture.ToString()[..12]}");

    /// <summary>Where it is in small.</summary>
    internal static string PreviewOf(Look look) => string.Create(
        CultureInfo.InvariantCulture, $"{LookRoutes.Path}/{look.Id}/preview?v={look.Preview.ToString()[..12]}");

    /// <summary>Where a look's page is.</summary>
    internal static string PageOf(Look look) => string.Create(CultureInfo.InvariantCulture, $"/looks/{look.Id}");
}

/// <summary>A person as others see them.</summary>
/// <param name="Handle">The name in addresses.</param>
/// <param name="Name">The name that others see.</param>
/// <param name="Picture">Where the picture is; left out if there is none.</param>
public sealed record MemberAnswer(string Handle, string Name, string? Picture)
{
    /// <summary>Tells of a person.</summary>
    public static MemberAnswer Of(Member member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return new MemberAnswer(member.Handle, member.Name, PictureOf(member));
    }

    /// <summary>Where a person's picture is; null if there is none.</summary>
    internal static string? PictureOf(Member member) =>
        member.Picture is { } key ? $"/people/{member.Handle}/picture?v={key.ToString()[..12]}" : null;
}

/// <summary>How clearly a look speaks, and what that is made of.</summary>
/// <param name="Value">0 to 100: the geometric mean of the two.</param>
/// <param name="Style">How sure the first style is, 0 to 1.</param>
/// <param name="Harmony">How the colours agree, 0 to 1.</param>
public sealed record ScoreAnswer(int Value, double Style, double Harmony);

/// <summary>A page of looks.</summary>
/// <param name="Looks">The looks.</param>
/// <param name="Next">What <c>after</c> is for the next page; left out with the last one.</param>
public sealed record LookPage(IReadOnlyList<LookAnswer> Looks, long? Next);

/// <summary>The leaderboard.</summary>
/// <param name="Looks">The looks, the first one first.</param>
public sealed record LeaderboardAnswer(IReadOnlyList<LookAnswer> Looks);

/// <summary>A comment as the API tells of it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Author">Who says it.</param>
/// <param name="Text">What is said.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="HiddenAt">Since when a moderator keeps it from others.</param>
public sealed record CommentAnswer(long Id, MemberAnswer Author, string Text, DateTimeOffset CreatedAt, DateTimeOffset? HiddenAt)
{
    /// <summary>Tells of a comment.</summary>
    public static CommentAnswer Of(LookComment comment)
    {
        ArgumentNullException.ThrowIfNull(comment);
        return new CommentAnswer(comment.Id, MemberAnswer.Of(comment.Author), comment.Text, comment.CreatedAt, comment.HiddenAt);
    }
}

/// <summary>A page of comments.</summary>
/// <param name="Comments">The comments.</param>
/// <param name="Next">What <c>after</c> is for the next page; left out with the last one.</param>
public sealed record CommentPage(IReadOnlyList<CommentAnswer> Comments, long? Next);

/// <summary>A person's page as the API tells of it to who asks.</summary>
/// <param name="Person">The person.</param>
/// <param name="Looks">How many looks there are for who asks.</param>
/// <param name="Followers">How many follow the person.</param>
/// <param name="Following">How many the person follows.</param>
/// <param name="Follows">Whether who asks follows the person.</param>
/// <param name="FollowsYou">Whether the person follows who asks.</param>
/// <param name="Blocks">Whether who asks has blocked the person.</param>
public sealed record ProfileAnswer(
    MemberAnswer Person, int Looks, int Followers, int Following, bool Follows, bool FollowsYou, bool Blocks)
{
    /// <summary>Tells of a person.</summary>
    public static ProfileAnswer Of(Profile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new ProfileAnswer(MemberAnswer.Of(profile.Member), profile.Looks, profile.Followers, profile.Following,
            profile.Follows, profile.FollowsViewer, profile.Blocks);
    }
}

/// <summary>People.</summary>
/// <param name="People">At most 1000.</param>
public sealed record MemberList(IReadOnlyList<MemberAnswer> People);

/// <summary>What was reported and waits for a decision.</summary>
/// <param name="Look">The look.</param>
/// <param name="Comment">The comment on it; left out where the look itself was reported.</param>
/// <param name="CommentText">What the comment says.</param>
/// <param name="CommentAuthor">Who wrote it.</param>
/// <param name="Reasons">How often each reason was given.</param>
/// <param name="Notes">What those who reported it wrote.</param>
/// <param name="Count">How many have reported it.</param>
/// <param name="FirstAt">When it was reported first.</param>
public sealed record ReportedAnswer(LookAnswer Look, long? Comment, string? CommentText, MemberAnswer? CommentAuthor,
    IReadOnlyDictionary<string, int> Reasons, IReadOnlyList<string> Notes, int Count, DateTimeOffset FirstAt)
{
    /// <summary>Tells of what was reported.</summary>
    public static ReportedAnswer Of(ReportedThing thing)
    {
        ArgumentNullException.ThrowIfNull(thing);
        return new ReportedAnswer(LookAnswer.Of(thing.Look), thing.Comment, thing.CommentText,
            thing.CommentAuthor is { } author ? MemberAnswer.Of(author) : null,
            thing.Reasons.ToDictionary(reason => LookWords.Of(reason.Reason), reason => reason.Count), thing.Notes, thing.Count,
            thing.FirstAt);
    }
}

/// <summary>What waits for a moderator.</summary>
/// <param name="Reports">The longest waiting first, at most 100.</param>
public sealed record ReportedPage(IReadOnlyList<ReportedAnswer> Reports);
