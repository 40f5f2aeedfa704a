namespace Drape.Drawing;

/// <summary>All that decides how a picture of one garment looks. The same scene always gives the same pixels.</summary>
public sealed record GarmentScene
{
    /// <summary>The garment.</summary>
    public required GarmentShape Shape { get; init; }

    /// <summary>Its pattern.</summary>
    public GarmentPattern Pattern { get; init; } = GarmentPattern.Solid;

    /// <summary>The main colour of the cloth as sRGB 0xRRGGBB.</summary>
    public int Colour { get; init; } = 0x1F2A4D;

    /// <summary>The colour of the pattern, the trim or the print as sRGB 0xRRGGBB.</summary>
    public int SecondColour { get; init; } = 0xF0EEE8;

    /// <summary>What the garment lies on or hangs before.</summary>
    public GroundKind Ground { get; init; } = GroundKind.WoodenFloor;

    /// <summary>Decides folds, placement, camera and every other accident; any value.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Width of the picture in pixels, 16 to 8192.</summary>
    public int Width { get; init; } = 768;

    /// <summary>Height of the picture in pixels, 16 to 8192.</summary>
    public int Height { get; init; } = 1024;

    /// <summary>The light in the room.</summary>
    public SceneLight Light { get; init; } = SceneLight.Daylight;
}
