namespace Drape.Imaging;

/// <summary>What a file's header says, before any pixel is decoded.</summary>
/// <param name="Format">The format found in the bytes, whatever the file's name says.</param>
/// <param name="Width">Width in pixels of the upright picture.</param>
/// <param name="Height">Height in pixels of the upright picture.</param>
/// <param name="Orientation">EXIF orientation, 1 to 8; 1 where the file states none.</param>
public sealed record PhotoHeader(PhotoFormat Format, int Width, int Height, int Orientation);
