using Drape.Colours;
using Drape.Store.Blobs;
using Drape.Styles;

namespace Drape.Store.Looks;

/// <summary>A look that somebody posted, as one viewer sees it. All times are in UTC.</summary>
public sealed record Look
{
    /// <summary>Its number; a look that came later has a higher one.</summary>
    public required long Id { get; init; }

    /// <summary>Who posted it.</summary>
    public required Member Author { get; init; }

    /// <summary>The photo.</summary>
    public required BlobKey Picture { get; init; }

    /// <summary>The same, small enough for many beside each other.</summary>
    public required BlobKey Preview { get; init; }

    /// <summary>What was read of it, of the main figure alone.</summary>
    public required PhotoReading Reading { get; init; }

    /// <summary>Its colours, the largest share first.</summary>
    public required IReadOnlyList<NamedColour> Palette { get; init; }

    /// <summary>How clearly it speaks, 0 to 100.</summary>
    public required int Score { get; init; }

    /// <summary>How its colours agree, 0 to 1.</summary>
    public required double Harmony { get; init; }

    /// <summary>What its author says of it.</summary>
    public required LookDetails Details { get; init; }

    /// <summary>When it was posted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When what is said of it was last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Since when a moderator keeps it from others; null while nobody does.</summary>
    public DateTimeOffset? HiddenAt { get; init; }

    /// <summary>When its author took it away; null while it is there.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>How many like it.</summary>
    public int Likes { get; init; }

    /// <summary>How many comments the viewer sees on it.</summary>
    public int Comments { get; init; }

    /// <summary>Whether the viewer likes it.</summary>
    public bool Liked { get; init; }

    /// <summary>Whether the viewer has it among the scraps.</summary>
    public bool Scrapped { get; init; }

    /// <summary>Whether the viewer follows its author.</summary>
    public bool Follows { get; init; }

    /// <summary>The most probable style.</summary>
    public StyleConfidence Style => Reading.Style!.Top[0];

    /// <summary>Whether everybody may see it.</summary>
    public bool IsOpen => Details.Visibility == LookVisibility.Public && HiddenAt is null && DeletedAt is null;
}
