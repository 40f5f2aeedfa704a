namespace Drape.Server.Closets;

/// <summary>Photos that are to come into a closet: a job's payload.</summary>
/// <param name="Person">Whose closet.</param>
/// <param name="Photos">The photos.</param>
public sealed record ClosetOrder(long Person, IReadOnlyList<KeptPhoto> Photos)
{
    /// <summary>Photos that came with them and could not be read at all.</summary>
    public IReadOnlyList<MissedPhoto> Missed { get; init; } = [];
}

/// <summary>A photo that waits to be read.</summary>
/// <param name="Name">What it was called.</param>
/// <param name="Key">Where it is kept.</param>
public sealed record KeptPhoto(string Name, string Key);

/// <summary>A photo that gave nothing.</summary>
/// <param name="Name">What it was called.</param>
/// <param name="Reason">Why, as a sentence.</param>
/// <param name="Type">The kind of problem; left out in what was kept before there was one.</param>
public sealed record MissedPhoto(string Name, string Reason, string? Type = null);

/// <summary>What became of the photos.</summary>
/// <param name="Photos">Photos that were read.</param>
/// <param name="Added">Pieces that came into the closet.</param>
/// <param name="Doubtful">Those of them that the closet may have had already.</param>
public sealed record ClosetTally(int Photos, int Added, int Doubtful)
{
    /// <summary>The photos that gave nothing, those first that could not be read at all.</summary>
    public IReadOnlyList<MissedPhoto> Missed { get; init; } = [];
}
