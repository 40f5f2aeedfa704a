using Drape.Colours;
using Drape.Store.Blobs;

namespace Drape.Store.Looks;

/// <summary>A look on its way into the lookbook.</summary>
public sealed record NewLook
{
    /// <summary>The photo, encoded anew.</summary>
    public required BlobKey Picture { get; init; }

    /// <summary>The same, small enough for many beside each other.</summary>
    public required BlobKey Preview { get; init; }

    /// <summary>What was read of it: an outfit, with its style.</summary>
    /// <exception cref="ArgumentException">There is no style.</exception>
    public required PhotoReading Reading
    {
        get;
        init => field = value is { Style.Top.Count: > 0 } ? value : throw new ArgumentException("A look has a style.");
    }

    /// <summary>Its colours, the largest share first.</summary>
    public IReadOnlyList<NamedColour> Palette { get; init; } = [];

    /// <summary>How clearly it speaks, 0 to 100, as the server computed it.</summary>
    public required int Score
    {
        get;
        init => field = value is >= 0 and <= 100 ? value : throw new ArgumentException("A score is from 0 to 100.");
    }

    /// <summary>How its colours agree, 0 to 1.</summary>
    public required double Harmony
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentException("A harmony is from 0 to 1.");
    }

    /// <summary>What its author says of it.</summary>
    public LookDetails Details { get; init; } = new();

    /// <summary>When it was posted, in UTC, where that is over already; null for now.</summary>
    public DateTimeOffset? PostedAt { get; init; }
}
