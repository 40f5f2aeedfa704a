namespace Drape.Drawing.Figures;

/// <summary>What somebody does with the arm on the side of the free leg.</summary>
public enum ArmKind
{
    /// <summary>It hangs.</summary>
    Hanging,

    /// <summary>The hand is in a pocket.</summary>
    InPocket,

    /// <summary>The hand rests on the hip.</summary>
    OnHip,
}
