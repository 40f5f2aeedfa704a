namespace Drape.Drawing;

/// <summary>What the garment lies on or hangs before.</summary>
public enum GroundKind
{
    /// <summary>Wooden planks.</summary>
    WoodenFloor,

    /// <summary>A light, softly wrinkled sheet.</summary>
    BedSheet,

    /// <summary>A carpet with pile.</summary>
    Carpet,

    /// <summary>A painted wall; garments that can hang are on a hanger.</summary>
    Wall,

    /// <summary>A panelled wardrobe door; garments that can hang are on a hanger.</summary>
    Door,

    /// <summary>Ceramic floor tiles.</summary>
    Tiles,
}
