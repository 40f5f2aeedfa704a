namespace Drape.Drawing.Figures;

/// <summary>How hair is cut and worn.</summary>
public enum HairKind
{
    /// <summary>Short at the sides, longer on top.</summary>
    Short,

    /// <summary>To the chin.</summary>
    Bob,

    /// <summary>Over the shoulders.</summary>
    Long,

    /// <summary>Tied up on top of the head.</summary>
    Bun,

    /// <summary>A round head of curls.</summary>
    Curls,
}
