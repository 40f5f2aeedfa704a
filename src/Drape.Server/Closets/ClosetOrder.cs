namespace Drape.Server.Closets;

/// <summary>Photos that are to come into a closet: a job's payload.</summary>
/// <param name="Person">Whose closet.</param>
/// <param name="Photos">The photos.</param>
public sealed record ClosetOrder(long Person, IReadOnlyList<KeptPhoto> Photos);

/// <summary>A photo that waits to be read.</summary>
/// <param name="Name">What it was called.</param>
/// <param name="Key">Where it is kept.</param>
public sealed record KeptPhoto(string Name, string Key);

/// <summary>What became of the photos; all may see it who may see jobs, so it names none.</summary>
/// <param name="Photos">Photos that were read.</param>
/// <param name="Added">Pieces that came into the closet.</param>
/// <param name="Doubtful">Those of them that the closet may have had already.</param>
/// <param name="Failed">Photos that gave nothing.</param>
public sealed record ClosetTally(int Photos, int Added, int Doubtful, int Failed);
