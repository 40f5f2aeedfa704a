using System.Numerics;
using Drape.Drawing.Prints;

namespace Drape.Drawing.Cloth;

/// <summary>What a piece is cut from.</summary>
/// <param name="Colour">Its colour in linear light.</param>
/// <param name="Weave">How it is made.</param>
internal sealed record Material(Vector3 Colour, Weave Weave)
{
    /// <summary>What is printed on it; null where it has one colour.</summary>
    public IPrint? Print { get; init; }

    /// <summary>Strength of highlights: 0 for wool and cotton, 0.5 for patent leather.</summary>
    public float Gloss { get; init; }

    /// <summary>Sharpness of highlights: 6 is satin, 60 is metal.</summary>
    public float GlossSharpness { get; init; } = 10;
}
