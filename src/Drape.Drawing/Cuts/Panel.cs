using System.Numerics;
using Drape.Drawing.Cloth;

namespace Drape.Drawing.Cuts;

/// <summary>One piece of a garment, laid over the pieces before it.</summary>
/// <param name="Outline">Its closed outline in centimetres of the garment.</param>
/// <param name="Material">What it is cut from.</param>
internal sealed record Panel(Vector2[] Outline, Material Material)
{
    /// <summary>How it lies.</summary>
    public FoldStyle Folds { get; init; } = FoldStyle.None;

    /// <summary>Where its print and thread start, in centimetres of the garment.</summary>
    public Vector2 Origin { get; init; }

    /// <summary>Direction of its thread in radians, 0 being straight down.</summary>
    public float Thread { get; init; }

    /// <summary>Height of its rounded edge in centimetres.</summary>
    public float Edge { get; init; } = 0.16f;

    /// <summary>How far in from its edge it is rounded, in centimetres.</summary>
    public float EdgeWidth { get; init; } = 0.5f;

    /// <summary>The rounded volumes that it is drawn over, such as two legs; none where it is round as a whole.</summary>
    public IReadOnlyList<Vector2[]> Volumes { get; init; } = [];

    /// <summary>How far it stands off what is beneath, in centimetres: the reach of its shadow.</summary>
    public float Lift { get; init; } = 0.4f;

    /// <summary>Darkness of its shadow on the pieces beneath, 0 to 1.</summary>
    public float Shadow { get; init; } = 0.55f;

    /// <summary>Share of the light that reaches it: less for the inside of a neck.</summary>
    public float Openness { get; init; } = 1;

    /// <summary>Lines on it.</summary>
    public IReadOnlyList<Stroke> Strokes { get; init; } = [];
}
