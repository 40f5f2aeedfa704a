namespace Drape.Drawing.Figures;

/// <summary>Shoes.</summary>
public enum ShoeKind
{
    /// <summary>Laced sneakers with a pale sole.</summary>
    Sneakers,

    /// <summary>Flat leather shoes.</summary>
    Loafers,

    /// <summary>Boots up to the calf.</summary>
    Boots,

    /// <summary>Pointed pumps with a heel.</summary>
    Pumps,
}
