namespace Drape.Drawing.Figures;

/// <summary>What is behind somebody, out of focus.</summary>
public enum StreetKind
{
    /// <summary>A plastered wall with windows.</summary>
    Plaster,

    /// <summary>A wall of bricks with a door.</summary>
    Brick,

    /// <summary>Lit shop windows.</summary>
    Shops,

    /// <summary>A hedge and trees.</summary>
    Park,
}
