using System.Numerics;
using Drape.Drawing.Cloth;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Cuts;

/// <summary>Turned-down collars of shirts and polos.</summary>
internal static class Collar
{
    /// <summary>The band behind the neck, seen from inside.</summary>
    public static Panel Stand(Material cloth, float neckHalf)
    {
        var outline = new Curve()
            .Through(0, -4.6f).Through(neckHalf * 0.7f, -4).Corner(neckHalf + 0.4f, -1.8f)
            .Through(neckHalf * 0.75f, 2.6f).Through(0, 4.4f).Mirrored().Closed();
        var seam = new Curve()
            .Through(-neckHalf, -0.4f).Through(0, 0.8f).Through(neckHalf, -0.4f).Open();
        return new Panel(outline, cloth) { Openness = 0.85f, Shadow = 0, Strokes = [Stroke.Seam(seam, 0.1f)] };
    }

    /// <summary>One leaf, from the back of the neck down to its point.</summary>
    /// <param name="side">1 for the right of the picture, -1 for the left.</param>
    /// <param name="cloth">What it is cut from.</param>
    /// <param name="neckHalf">Half the width of the neck in centimetres.</param>
    /// <param name="meet">How far below the shoulder seams the leaves meet, in centimetres.</param>
    /// <param name="point">How far below that the points are, in centimetres.</param>
    /// <param name="thread">Colour of the edge stitching; null where there is none.</param>
    public static Panel Leaf(int side, Material cloth, float neckHalf, float meet, float point, Vector3? thread)
    {
        var tip = new Vector2(neckHalf * 0.78f, meet + point);
        var outline = new Curve()
            .Corner(0.3f, meet).Through(neckHalf * 0.55f, meet * 0.3f - 1).Corner(neckHalf * 0.95f, -4)
            .Through(neckHalf + 2.1f, -1.2f).Through(neckHalf + 1.9f, 2.2f)
            .Corner(tip).Corner(0.5f, meet + 1.1f)
            .OnSide(side).Closed();
        var edge = new Curve()
            .Through(neckHalf + 1.3f, 1.8f).Corner(tip + new Vector2(0.1f, -1.2f)).Through(0.9f, meet + 0.6f)
            .OnSide(side).Open();
        return new Panel(outline, cloth)
        {
            Lift = 0.55f,
            Edge = 0.22f,
            Shadow = 0.6f,
            Thread = side * 0.5f,
            Folds = new FoldStyle(0, 9, 2, 0.15f, 0.05f),
            Strokes = thread is { } colour ? [Stroke.Stitches(edge, colour, 0.12f)] : [],
        };
    }
}
