namespace Drape.Drawing.Figures;

/// <summary>Dresses.</summary>
public enum DressKind
{
    /// <summary>Short sleeves, a fitted waist, a flared skirt to the knee.</summary>
    Summer,

    /// <summary>No sleeves, close, to the knee.</summary>
    Sheath,

    /// <summary>Long sleeves, a flowing skirt to the ankles.</summary>
    Long,

    /// <summary>Thin straps, a gown to the floor.</summary>
    Evening,
}
