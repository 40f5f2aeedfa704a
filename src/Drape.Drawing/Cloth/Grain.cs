using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Cloth;

/// <summary>The texture of a weave at a place of the cloth, in centimetres along (y) and across (x) the
/// thread.</summary>
internal sealed class Grain(Noise noise, float pixelsPerCentimetre)
{
    /// <summary>How much lighter or darker the yarn is, around 1, and how high it stands in centimetres.</summary>
    public (float Shade, float Height) At(Weave weave, Vector2 p) => weave switch
    {
        Weave.Jersey => Jersey(p),
        Weave.Poplin => (1 + 0.05f * Fine(p, 9f) + 0.02f * noise.At(p.X * 6, p.Y * 0.4f), 0),
        Weave.Twill => (1 + Diagonal(p, 4.5f) * 0.05f + 0.05f * Fine(p, 7f), 0),
        Weave.Denim => Denim(p),
        Weave.Fleece => (1 + 0.07f * Fine(p, 6f) + 0.03f * noise.At(p * 1.7f), 0.01f * noise.At(p * 2.5f)),
        Weave.Knit => Knit(p),
        Weave.Rib => Rib(p),
        Weave.Shell => (1 + 0.02f * Fine(p, 8f), 0),
        Weave.Mesh => Mesh(p),
        _ => (1, 0),
    };

    /// <summary>What is finer than a pixel must fade out, or it would shimmer.</summary>
    private float Seen(float wavesPerCentimetre) =>
        Blend.Step(1.6f, 4f, pixelsPerCentimetre / wavesPerCentimetre);

    private float Fine(Vector2 p, float frequency)
    {
        var scale = MathF.Min(frequency, pixelsPerCentimetre * 0.45f);
        return noise.At(p * scale);
    }

    private float Diagonal(Vector2 p, float frequency) =>
        MathF.Sin((p.X + p.Y) * frequency * MathF.Tau) * Seen(frequency);

    private (float, float) Jersey(Vector2 p)
    {
        var lines = MathF.Sin(p.X * MathF.Tau * 4 + noise.At(p * 0.6f)) * Seen(4);
        return (1 + 0.025f * lines + 0.05f * Fine(p, 8f), 0);
    }

    private (float, float) Denim(Vector2 p)
    {
        var slub = noise.At(p.X * 5.5f, p.Y * 0.5f) + 0.6f * noise.At(p.X * 11f, p.Y * 1.1f);
        return (1 + 0.16f * slub + 0.1f * Diagonal(p, 4f) + 0.14f * Fine(p, 8f), 0);
    }

    private (float, float) Knit(Vector2 p)
    {
        const float Wale = 0.85f;
        const float Course = 0.72f;
        var across = p.X / Wale + 0.06f * noise.At(p * 0.4f);
        var column = across - MathF.Floor(across);
        var lean = MathF.Abs(column - 0.5f);
        var loop = MathF.Sin((p.Y / Course + lean * 1.5f + 0.08f * noise.At(p * 0.5f)) * MathF.Tau);
        var body = MathF.Sin(column * MathF.Tau * 2 - MathF.PI / 2) * 0.5f + 0.5f;
        var height = (0.45f + 0.4f * loop) * (0.35f + 0.65f * body);
        var seen = Seen(1 / Wale * 1.3f);
        return (1 + (0.5f * height - 0.2f) * seen + 0.07f * Fine(p, 7f), 0.09f * height * seen);
    }

    private (float, float) Rib(Vector2 p)
    {
        const float Ribs = 1.5f;
        var wave = MathF.Sin(p.X * Ribs * MathF.Tau + noise.At(p * 0.5f) * 0.5f);
        return (1 + 0.12f * wave * Seen(Ribs) + 0.05f * Fine(p, 7f), 0.05f * wave * Seen(Ribs));
    }

    private (float, float) Mesh(Vector2 p)
    {
        var holes = MathF.Sin(p.X * MathF.Tau * 3.2f) * MathF.Sin(p.Y * MathF.Tau * 3.2f);
        return (1 + 0.13f * holes * Seen(3.2f) + 0.06f * Fine(p, 9f), 0.01f * holes);
    }
}
