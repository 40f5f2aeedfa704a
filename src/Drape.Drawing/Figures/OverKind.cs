namespace Drape.Drawing.Figures;

/// <summary>What is worn over the rest.</summary>
public enum OverKind
{
    /// <summary>An open blazer with lapels.</summary>
    Blazer,

    /// <summary>A short zipped jacket with ribbed edges.</summary>
    Bomber,

    /// <summary>A short leather jacket with lapels and zips.</summary>
    BikerJacket,

    /// <summary>A jacket of denim.</summary>
    DenimJacket,

    /// <summary>A long knitted jacket.</summary>
    Cardigan,

    /// <summary>An open coat to the knee.</summary>
    Coat,

    /// <summary>A coat closed by a belt.</summary>
    TrenchCoat,
}
