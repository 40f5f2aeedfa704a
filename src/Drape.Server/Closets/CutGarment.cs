namespace Drape.Server.Closets;

/// <summary>A garment of a photo, cut out and read.</summary>
/// <param name="Picture">A WebP file of the garment alone.</param>
/// <param name="Reading">What the networks said.</param>
/// <param name="Embedding">What it looks like, of unit length.</param>
sealed record CutGarment(byte[] Picture, Garment Reading, Half[] Embedding);
