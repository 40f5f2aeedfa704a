using System.Numerics;

namespace Drape.Drawing.Cuts;

/// <summary>What a line on a piece of cloth is.</summary>
internal enum StrokeKind
{
    /// <summary>A seam: a groove with puckered sides.</summary>
    Seam,

    /// <summary>A row of stitches in thread of the stroke's colour.</summary>
    Stitches,

    /// <summary>A raised fold that tapers at both ends.</summary>
    Ridge,

    /// <summary>A painted or sewn-on line of the stroke's colour.</summary>
    Line,

    /// <summary>Rubbed pale or stained dark: a soft line of the stroke's colour.</summary>
    Rubbed,
}

/// <summary>A line on a piece of cloth.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Points">Where it runs, in centimetres of the garment.</param>
/// <param name="Width">Its width in centimetres.</param>
/// <param name="Colour">Its colour in linear light, where its kind has one.</param>
/// <param name="Height">Height of a ridge, depth of a seam, in centimetres; share of a rubbed line.</param>
internal sealed record Stroke(StrokeKind Kind, Vector2[] Points, float Width, Vector3 Colour, float Height)
{
    public static Stroke Seam(Vector2[] points, float depth = 0.09f) =>
        new(StrokeKind.Seam, points, 0.28f, default, depth);

    public static Stroke Stitches(Vector2[] points, Vector3 thread, float width = 0.16f) =>
        new(StrokeKind.Stitches, points, width, thread, 0);

    public static Stroke Ridge(Vector2[] points, float width, float height) =>
        new(StrokeKind.Ridge, points, width, default, height);

    public static Stroke Line(Vector2[] points, float width, Vector3 colour) =>
        new(StrokeKind.Line, points, width, colour, 0);

    public static Stroke Rubbed(Vector2[] points, float width, Vector3 colour, float share) =>
        new(StrokeKind.Rubbed, points, width, colour, share);
}
