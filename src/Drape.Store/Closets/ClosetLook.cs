namespace Drape.Store.Closets;

/// <summary>What a piece looks like.</summary>
/// <param name="Id">The piece.</param>
/// <param name="Embedding">Its embedding, of unit length.</param>
public sealed record ClosetLook(long Id, Half[] Embedding);
