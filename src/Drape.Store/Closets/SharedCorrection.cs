using Drape.Store.Blobs;

namespace Drape.Store.Closets;

/// <summary>A piece of which networks may learn where they erred.</summary>
/// <param name="Item">The piece.</param>
/// <param name="Picture">The garment without what was around it.</param>
/// <param name="Labels">What its owner corrected: type, colour or pattern, each with what it is.</param>
public sealed record SharedCorrection(long Item, BlobKey Picture, IReadOnlyDictionary<string, string> Labels);
