using Drape.Imaging;

namespace Drape.Cli.Analyze;

/// <summary>Makes a picture of what was found in a photo.</summary>
interface IDrawing
{
    /// <summary>The picture; null where there is nothing to show.</summary>
    /// <param name="photo">The photo, to be copied and drawn on.</param>
    /// <param name="reading">What was read, in words.</param>
    /// <param name="findings">What was found.</param>
    PixelImage? Draw(PixelImage photo, PhotoReading reading, PhotoFindings findings);
}

/// <summary>A folder and what is drawn into it.</summary>
/// <param name="Folder">Takes a picture a photo.</param>
/// <param name="Drawing">Makes them.</param>
sealed record DrawnFolder(PictureFolder Folder, IDrawing Drawing);
