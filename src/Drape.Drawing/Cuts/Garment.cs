using System.Numerics;

namespace Drape.Drawing.Cuts;

/// <summary>How a garment hangs where the ground is upright.</summary>
internal enum Hanging
{
    /// <summary>It does not: it is only laid down.</summary>
    Never,

    /// <summary>On the shoulders of a hanger.</summary>
    ByShoulders,

    /// <summary>By the clips of a hanger.</summary>
    ByWaist,
}

/// <summary>A garment cut and sewn: its pieces from the back to the front.</summary>
/// <param name="Back">Pieces behind a hanger, such as the inside of the neck.</param>
/// <param name="Front">The other pieces.</param>
internal sealed record Garment(IReadOnlyList<Panel> Back, IReadOnlyList<Panel> Front)
{
    /// <summary>How it hangs.</summary>
    public Hanging Hanging { get; init; } = Hanging.ByShoulders;

    /// <summary>Where the hanger's neck or clip bar meets the garment, in centimetres of the garment.</summary>
    public Vector2 HangPoint { get; init; }

    /// <summary>Half the width that the hanger holds, in centimetres.</summary>
    public float HangWidth { get; init; } = 20;

    /// <summary>How round the whole is between its sides, in centimetres: flat cloth under 1, a shoe 4.</summary>
    public float Bulge { get; init; } = 0.7f;

    /// <summary>How far in from the silhouette it is round, in centimetres.</summary>
    public float BulgeWidth { get; init; } = 2.5f;
}
