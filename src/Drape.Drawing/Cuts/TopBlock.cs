using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Cuts;

/// <summary>
/// The measures that all tops are drafted from, in centimetres, with the body and sleeve pieces they give. The origin
/// is the middle of the neck at the height of the shoulder seams.
/// </summary>
internal sealed record TopBlock
{
    public float NeckHalf { get; init; } = 9;

    public float NeckDepth { get; init; } = 9.5f;

    public float ShoulderHalf { get; init; } = 22;

    public float ShoulderDrop { get; init; } = 4.5f;

    public float ChestHalf { get; init; } = 26;

    public float ArmpitDepth { get; init; } = 24;

    public float WaistHalf { get; init; } = 25;

    public float HemHalf { get; init; } = 26;

    public float Length { get; init; } = 70;

    /// <summary>How much lower the hem is in the middle than at the sides: the tail of a shirt.</summary>
    public float Tail { get; init; } = 0.8f;

    public float SleeveLength { get; init; } = 20;

    public float CuffWidth { get; init; } = 17;

    /// <summary>Angle of the sleeves below level, in radians.</summary>
    public float SleeveAngle { get; init; } = 0.62f;

    /// <summary>How much lower the right sleeve lies than the left, in radians: nobody lays both alike.</summary>
    public float SleeveSkew { get; init; }

    /// <summary>How far the elbow is pushed out, in centimetres.</summary>
    public float Elbow { get; init; } = 1;

    public Vector2 ShoulderTip => new(ShoulderHalf, ShoulderDrop);

    public Vector2 Armpit => new(ChestHalf, ArmpitDepth);

    private Vector2 SleeveRoot => (ShoulderTip + Armpit) / 2;

    /// <param name="depth">Depth in the middle in centimetres.</param>
    /// <param name="half">Half its width in centimetres.</param>
    /// <param name="drop">How far its ends lie below the neck point, on the slope of the shoulder.</param>
    public static Vector2[] Neckline(float depth, float half, float drop = 0) => new Curve()
        .Corner(-half, drop).Through(-half * 0.72f, depth * 0.68f).Through(0, depth)
        .Through(half * 0.72f, depth * 0.68f).Corner(half, drop).Open();

    /// <param name="trim">How much shorter it is cut where a band is set on, in centimetres.</param>
    public Vector2[] Body(float trim = 0) => new Curve()
        .Through(0, NeckDepth)
        .Through(NeckHalf * 0.72f, NeckDepth * 0.68f)
        .Corner(NeckHalf, 0)
        .Corner(ShoulderTip)
        .Through(ShoulderHalf - 1.4f, (ShoulderDrop + ArmpitDepth) / 2)
        .Corner(Armpit)
        .Through(WaistHalf, ArmpitDepth + (Length - ArmpitDepth) * 0.45f)
        .Corner(HemHalf, Length - Tail - trim)
        .Through(HemHalf * 0.55f, Length - Tail * 0.2f - trim)
        .Through(0, Length - trim)
        .Mirrored().Closed();

    /// <param name="side">1 for the right of the picture, -1 for the left.</param>
    /// <param name="trim">How much shorter it is cut where a cuff is set on, in centimetres.</param>
    public Vector2[] Sleeve(int side, float trim = 0)
    {
        var up = SleeveUp(side);
        var (outerEnd, innerEnd) = SleeveEdge(side, trim);
        var outer = Vector2.Lerp(ShoulderTip, outerEnd, 0.5f) + up * Elbow;

        // Measured across the arm: a sleeve that lies close to the body goes on behind it.
        var inner = outer - up * (0.38f * Vector2.Distance(ShoulderTip, Armpit) + 0.5f * CuffWidth);
        return new Curve()
            .Corner(ShoulderTip + new Vector2(-5, 0.6f))
            .Through(ShoulderTip)
            .Through(outer)
            .Corner(outerEnd)
            .Corner(innerEnd)
            .Through(inner)
            .Corner(Armpit)
            .Corner(Armpit - new Vector2(6, 0))
            .OnSide(side).Closed();
    }

    /// <summary>The line across a sleeve at a distance from its end, in centimetres.</summary>
    public Vector2[] AcrossSleeve(int side, float fromEnd)
    {
        var (outer, inner) = SleeveEdge(side, fromEnd);
        return new Curve().Corner(outer).Corner(inner).OnSide(side).Open();
    }

    /// <summary>A cuff of the given depth, a little wider or narrower than the sleeve's end.</summary>
    public Vector2[] Cuff(int side, float depth, float narrowing)
    {
        var (outer, inner) = SleeveEdge(side, depth);
        var (outerEnd, innerEnd) = SleeveEdge(side, -0.2f);
        var pinch = SleeveUp(side) * narrowing;
        return new Curve()
            .Corner(outer).Corner(outerEnd - pinch).Corner(innerEnd + pinch).Corner(inner)
            .OnSide(side).Closed();
    }

    /// <summary>Where on a sleeve, as a share of its length from the shoulder and of its width from the
    /// middle.</summary>
    public Vector2 OnSleeve(int side, float along, float across)
    {
        var width = Blend.Mix(Vector2.Distance(ShoulderTip, Armpit), CuffWidth, along);
        var p = SleeveRoot + SleeveDirection(side) * (SleeveLength * along);
        p += SleeveUp(side) * (width / 2 * across);
        return new Vector2(p.X * side, p.Y);
    }

    /// <summary>Thread direction of a sleeve in radians.</summary>
    public float SleeveThread(int side) => side * (AngleOf(side) - MathF.PI / 2);

    public Vector2 SleeveOrigin(int side) => new(SleeveRoot.X * side, SleeveRoot.Y);

    /// <summary>Creases that pull from the armpit into the body.</summary>
    public IEnumerable<Stroke> ArmpitCreases(int side, Dice dice)
    {
        for (var i = 0; i < 4; i++)
        {
            var angle = dice.Between(0.15f, 1.25f);
            var reach = dice.Between(9, 20);
            var from = Armpit - new Vector2(dice.Between(0.5f, 2f), dice.Between(-1f, 2.5f));
            var to = from + new Vector2(-MathF.Cos(angle), MathF.Sin(angle)) * reach;
            var middle = (from + to) / 2 + new Vector2(dice.Around(1.5f), dice.Around(1.5f));
            var line = new Curve().Through(from).Through(middle).Through(to).OnSide(side).Open();
            yield return Stroke.Ridge(line, dice.Between(0.6f, 1.2f), dice.Between(0.2f, 0.45f));
        }
    }

    /// <summary>Creases across a sleeve where the arm bends.</summary>
    public IEnumerable<Stroke> SleeveCreases(int side, Dice dice, int count, float height)
    {
        for (var i = 0; i < count; i++)
        {
            var along = dice.Between(0.12f, 0.9f);
            var start = dice.Chance(0.5f) ? 1f : -1f;
            var from = OnSleeve(side, along, start * 0.95f);
            var to = OnSleeve(side, along + dice.Around(0.14f), start * dice.Between(-0.7f, 0.1f));
            var bend = OnSleeve(side, along + dice.Around(0.05f), start * 0.4f);
            var line = new Curve().Through(from).Through(bend).Through(to).Open();
            yield return Stroke.Ridge(line, dice.Between(0.5f, 1.1f), height * dice.Between(0.5f, 1.1f));
        }
    }

    private float AngleOf(int side) => SleeveAngle + side * SleeveSkew / 2;

    private Vector2 SleeveDirection(int side) => new(MathF.Cos(AngleOf(side)), MathF.Sin(AngleOf(side)));

    private Vector2 SleeveUp(int side) => new(MathF.Sin(AngleOf(side)), -MathF.Cos(AngleOf(side)));

    private (Vector2 Outer, Vector2 Inner) SleeveEdge(int side, float fromEnd)
    {
        var end = SleeveRoot + SleeveDirection(side) * SleeveLength;
        var half = SleeveUp(side) * (CuffWidth / 2);
        var share = fromEnd / SleeveLength;

        // Follows the taper of the sleeve, so that a cuff meets its sides.
        return (Vector2.Lerp(end + half, ShoulderTip, share), Vector2.Lerp(end - half, Armpit, share));
    }
}
