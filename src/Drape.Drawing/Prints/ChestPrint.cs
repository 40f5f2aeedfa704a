using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Prints;

/// <summary>
/// One abstract print in the middle of the piece: a sun over hills with a line of made-up lettering, or a ring with
/// bars and the same lettering. The letters are strokes without meaning.
/// </summary>
internal sealed class ChestPrint(Vector3 ground, Vector3 ink, Vector2 centre, float size, Dice dice) : IPrint
{
    private readonly bool hills = dice.Chance(0.6f);
    private readonly int letters = (int)dice.Between(5, 8.99f);
    private readonly Noise noise = new(dice);
    private readonly Vector3 accent =
        new(dice.Between(0.5f, 0.75f), dice.Between(0.12f, 0.4f), dice.Between(0.03f, 0.12f));

    public Vector3 At(Vector2 p, float softness)
    {
        var q = (p - centre) / size;
        if (MathF.Abs(q.X) > 1.1f || MathF.Abs(q.Y) > 1.1f)
        {
            return ground;
        }

        // Printed ink is thin and a little rubbed off.
        var hold = 0.94f - 0.12f * MathF.Max(0, noise.At(p * 2.2f));
        var edge = softness / size;
        var colour = hills ? Hills(q, edge) : Ring(q, edge);
        colour = Vector3.Lerp(colour, ink, Lettering(q, edge));
        return Vector3.Lerp(ground, colour, hold);
    }

    private Vector3 Hills(Vector2 q, float edge)
    {
        var disc = Blend.Inside((q - new Vector2(0, -0.2f)).Length() - 0.62f, edge);
        var sun = Blend.Inside((q - new Vector2(0.12f, -0.32f)).Length() - 0.27f, edge);
        var ridge = 0.1f + 0.34f * MathF.Abs(noise.At(q.X * 1.7f + 4, 0.5f)) - 0.5f * MathF.Abs(q.X + 0.15f);
        var nearer = 0.16f - 0.3f * MathF.Abs(q.X - 0.3f) - 0.08f * noise.At(q.X * 5, 7);
        var rays = Blend.Step(0.3f, 0.6f, MathF.Sin(q.Y * 42)) * Blend.Step(-0.15f, 0.25f, q.Y);
        var sky = Vector3.Lerp(Vector3.Lerp(ink, accent, 0.25f), accent, sun);
        var far = Blend.Inside(-ridge - q.Y - 0.02f, edge);
        var picture = Vector3.Lerp(sky, Vector3.Lerp(ground, ink, 0.35f), far);
        picture = Vector3.Lerp(picture, ground * 0.6f, Blend.Inside(-nearer - q.Y + 0.2f, edge));
        picture = Vector3.Lerp(picture, ink, rays * 0.8f * Blend.Inside(-nearer - q.Y + 0.2f, edge));
        return Vector3.Lerp(ground, picture, disc);
    }

    private Vector3 Ring(Vector2 q, float edge)
    {
        var r = (q - new Vector2(0, -0.15f)).Length();
        var ring = Blend.Inside(MathF.Abs(r - 0.52f) - 0.09f, edge);
        var bars = Blend.Inside(MathF.Abs(MathF.Abs(q.X + q.Y * 0.5f + 0.07f) - 0.14f) - 0.07f, edge);
        bars *= Blend.Inside(r - 0.62f, edge);
        return Vector3.Lerp(Vector3.Lerp(ground, ink, ring), accent, bars);
    }

    private float Lettering(Vector2 q, float edge)
    {
        var line = q - new Vector2(0, 0.68f);
        if (MathF.Abs(line.X) > 0.85f || MathF.Abs(line.Y) > 0.17f)
        {
            return 0;
        }

        var place = (line.X + 0.85f) / 1.7f * letters;
        var index = (int)place;
        var x = (place - index - 0.5f) * 1.7f / letters;
        var half = 0.62f / letters;
        var bars = MathF.Min(MathF.Abs(x - half) - 0.035f, MathF.Abs(x + half) - 0.035f);
        var crossing = noise.Cell(index, 3) switch
        {
            < 0.3f => MathF.Abs(line.Y) - 0.03f,
            < 0.6f => MathF.Abs(MathF.Abs(line.Y) - 0.12f) - 0.03f,
            _ => MathF.Abs(line.Y + x * 1.2f) - 0.035f,
        };
        var stroke = MathF.Min(bars, MathF.Max(crossing, MathF.Abs(x) - half));
        return Blend.Inside(MathF.Max(stroke, MathF.Abs(line.Y) - 0.15f), edge);
    }
}
