namespace Drape.Drawing.Figures;

/// <summary>Trousers, shorts and skirts.</summary>
public enum BelowKind
{
    /// <summary>Cloth trousers with a pressed crease.</summary>
    Trousers,

    /// <summary>Wide, flowing trousers.</summary>
    WideTrousers,

    /// <summary>Straight jeans.</summary>
    Jeans,

    /// <summary>Close-fitting trousers of stretch.</summary>
    Leggings,

    /// <summary>Shorts above the knee.</summary>
    Shorts,

    /// <summary>A short flared skirt.</summary>
    Miniskirt,

    /// <summary>A close skirt to the knee.</summary>
    PencilSkirt,

    /// <summary>A flared skirt over the calf.</summary>
    LongSkirt,
}
