namespace Drape.Drawing.Figures;

/// <summary>How somebody is built.</summary>
public enum BodyKind
{
    /// <summary>Narrow shoulders, a narrow waist.</summary>
    Slender,

    /// <summary>A narrow waist over round hips.</summary>
    Curved,

    /// <summary>Broad shoulders, narrow hips.</summary>
    Broad,

    /// <summary>Broad all the way down.</summary>
    Sturdy,
}
