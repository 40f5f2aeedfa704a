namespace Drape.Drawing.Figures;

/// <summary>All that decides how a picture of somebody in the street looks. The same scene always gives the same
/// pixels.</summary>
public sealed record FigureScene
{
    /// <summary>What is worn between neck and ankles.</summary>
    public required Attire Attire { get; init; }

    /// <summary>What is worn over it; null for nothing.</summary>
    public Worn<OverKind>? Over { get; init; }

    /// <summary>The shoes.</summary>
    public required Worn<ShoeKind> Shoes { get; init; }

    /// <summary>How the person is built.</summary>
    public BodyKind Body { get; init; } = BodyKind.Slender;

    /// <summary>What one arm does.</summary>
    public ArmKind Arm { get; init; } = ArmKind.Hanging;

    /// <summary>The colour of the skin as sRGB 0xRRGGBB.</summary>
    public int Skin { get; init; } = 0xE0B498;

    /// <summary>The cut of the hair.</summary>
    public HairKind Hair { get; init; } = HairKind.Long;

    /// <summary>The colour of the hair as sRGB 0xRRGGBB.</summary>
    public int HairColour { get; init; } = 0x3E2A20;

    /// <summary>What is behind the person.</summary>
    public StreetKind Street { get; init; } = StreetKind.Plaster;

    /// <summary>Decides folds, light, the leg that carries, and every other accident; any value.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Width of the picture in pixels, 64 to 8192.</summary>
    public int Width { get; init; } = 480;

    /// <summary>Height of the picture in pixels, 64 to 8192.</summary>
    public int Height { get; init; } = 720;
}
