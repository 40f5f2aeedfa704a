namespace Drape.Drawing;

/// <summary>What is printed on or woven into the cloth. <see cref="SceneNames"/> gives each its written name.</summary>
public enum GarmentPattern
{
    /// <summary>One colour.</summary>
    Solid,

    /// <summary>Bars of two colours across the cloth.</summary>
    Striped,

    /// <summary>Crossing translucent bands.</summary>
    Plaid,

    /// <summary>Scattered flowers and leaves.</summary>
    Floral,

    /// <summary>Staggered dots.</summary>
    Dotted,

    /// <summary>One abstract print, on the chest where there is one.</summary>
    Graphic,

    /// <summary>Triangles of a few colours.</summary>
    Geometric,

    /// <summary>Blotches in four tones.</summary>
    Camouflage,
}
