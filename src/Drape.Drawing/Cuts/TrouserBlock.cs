using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Cuts;

/// <summary>The measures of trousers, jeans and shorts in centimetres; the origin is the middle of the waist.</summary>
internal sealed record TrouserBlock
{
    public float WaistHalf { get; init; } = 20;

    public float HipHalf { get; init; } = 25.5f;

    public float CrotchDepth { get; init; } = 29;

    public float Length { get; init; } = 102;

    /// <summary>How far from the middle the inner edge of a leg ends.</summary>
    public float Spread { get; init; } = 5;

    public float HemWidth { get; init; } = 19;

    public float KneeWidth { get; init; } = 22;

    public float BandDepth { get; init; } = 4;

    /// <summary>How far the waist dips in the middle.</summary>
    public float Dip { get; init; } = 2.2f;

    private float KneeY => CrotchDepth + (Length - CrotchDepth) * 0.48f;

    private float KneeInner => Spread * 0.5f + 1;

    public Vector2[] Legs() => new Curve()
        .Through(0, Dip)
        .Corner(WaistHalf, 0)
        .Through((WaistHalf + HipHalf) / 2 + 0.8f, CrotchDepth * 0.33f)
        .Through(HipHalf, CrotchDepth * 0.8f)
        .Through(KneeInner + KneeWidth, KneeY)
        .Corner(Spread + HemWidth, Length - 0.8f)
        .Corner(Spread, Length)
        .Through(KneeInner, KneeY)
        .Through(0.7f, CrotchDepth + 2.5f)
        .Corner(0, CrotchDepth)
        .Mirrored().Closed();

    public Vector2[] Waistband() => new Curve()
        .Through(0, Dip).Corner(WaistHalf + 0.1f, 0)
        .Corner(WaistHalf + 0.9f, BandDepth).Through(0, BandDepth + Dip).Mirrored().Closed();

    /// <summary>The inside of the back, which stands higher than the front.</summary>
    public Vector2[] BackBand() => new Curve()
        .Through(0, -1.3f).Corner(WaistHalf - 0.2f, -0.2f).Corner(WaistHalf, 3).Through(0, 5).Mirrored().Closed();

    public Vector2[] BandSeam(float below) => new Curve()
        .Through(-WaistHalf - 0.9f, BandDepth + below).Through(0, BandDepth + Dip + below)
        .Through(WaistHalf + 0.9f, BandDepth + below).Open();

    /// <summary>The line down the middle of a leg.</summary>
    public Vector2[] LegMiddle(int side, float from) => new Curve()
        .Through(HipHalf * 0.52f, from).Through(KneeInner + KneeWidth * 0.5f, KneeY)
        .Through(Spread + HemWidth * 0.5f, Length - 1).OnSide(side).Open();

    public Vector2[] HemLine(int side, float above) => new Curve()
        .Through(Spread - 0.2f, Length - above).Through(Spread + HemWidth + 0.3f, Length - above - 0.8f)
        .OnSide(side).Open();

    public Vector2[] OuterSeam(int side, float inset) => new Curve()
        .Through((WaistHalf + HipHalf) / 2 + 0.8f - inset, CrotchDepth * 0.33f)
        .Through(HipHalf - inset, CrotchDepth * 0.8f)
        .Through(KneeInner + KneeWidth - inset, KneeY)
        .Through(Spread + HemWidth - inset, Length - 0.8f).OnSide(side).Open();

    public Vector2[] InnerSeam(int side, float inset) => new Curve()
        .Through(0.7f + inset, CrotchDepth + 2.5f).Through(KneeInner + inset, KneeY)
        .Through(Spread + inset, Length).OnSide(side).Open();

    /// <summary>Creases that fan out from the crotch and lie across the knees.</summary>
    public IEnumerable<Stroke> Creases(Dice dice, float height)
    {
        foreach (var side in new[] { -1, 1 })
        {
            for (var i = 0; i < 6; i++)
            {
                var angle = dice.Between(-0.45f, 0.95f);
                var from = new Vector2(dice.Between(0.5f, 3), CrotchDepth + dice.Around(3));
                var to = from + new Vector2(MathF.Cos(angle), MathF.Sin(angle)) * dice.Between(8, 17);
                yield return Fold(from, to, side, dice, height);
            }

            for (var i = 0; i < (int)(Length / 14); i++)
            {
                var y = dice.Between(KneeY - (Length * 0.14f), Length - 4);
                var outside = dice.Chance(0.5f);
                var edge = outside ? KneeInner + KneeWidth - 1 : KneeInner + 1;
                var from = new Vector2(edge, y);
                var to = from + new Vector2((outside ? -1 : 1) * dice.Between(6, 15), dice.Around(6));
                yield return Fold(from, to, side, dice, height * 0.8f);
            }
        }
    }

    private static Stroke Fold(Vector2 from, Vector2 to, int side, Dice dice, float height)
    {
        var middle = (from + to) / 2 + new Vector2(dice.Around(1), dice.Around(1.2f));
        var line = new Curve().Through(from).Through(middle).Through(to).OnSide(side).Open();
        return Stroke.Ridge(line, dice.Between(0.6f, 1.2f), height * dice.Between(0.5f, 1.2f));
    }
}
