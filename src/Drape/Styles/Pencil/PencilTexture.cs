using Drape.Imaging;

namespace Drape.Styles.Pencil;

/// <summary>
/// What a pencil leaves on paper, made once: noise drawn out along a direction, which repeats after 512 pixels, and the
/// paper's grain. The same at every start.
/// </summary>
static class PencilTexture
{
    const int Side = 512;
    const int Mask = Side - 1;

    // The hatchings' directions in degrees, and how long their strokes are in pixels.
    static readonly (double Degrees, int Length)[] Hatchings = [(-52, 46), (-18, 38), (66, 34)];

    static readonly float[] White = Noise(0x9E3779B9);
    static readonly float[][] Strokes = [.. Hatchings.Select((h, layer) => Drawn(h.Degrees, h.Length, (uint)(layer + 1)))];
    static readonly float[] Slow = Smoothed();

    /// <summary>How much graphite a layer's strokes leave at a place: around 1, nowhere below 0.</summary>
    public static float Stroke(int layer, int x, int y) => Strokes[layer][((y & Mask) * Side) + (x & Mask)];

    /// <summary>How much darker the bare paper is at a place, in 255ths: 0 to 5.</summary>
    public static float Grain(int x, int y) => 5 * White[((y & Mask) * Side) + (x & Mask)];

    /// <summary>A slow unevenness, 0 to 1.</summary>
    public static float Waver(int x, int y) => Slow[((y & Mask) * Side) + (x & Mask)];

    /// <summary>Noise smeared along a line, its contrast brought to that of strokes on rough paper, with the mean 1.</summary>
    static float[] Drawn(double degrees, int length, uint seed)
    {
        float[] noise = Noise(seed * 0x85EBCA6B);
        float[] smeared = new float[noise.Length];
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
            {
                float sum = 0;
                for (int t = -length / 2; t <= length / 2; t++)
                {
                    int px = (int)Math.Round(x + (t * cos)) & Mask, py = (int)Math.Round(y + (t * sin)) & Mask;
                    sum += noise[(py * Side) + px];
                }

                smeared[(y * Side) + x] = sum / (length + 1);
            }
        }

        float mean = smeared.Average();
        float deviation = MathF.Sqrt(smeared.Average(v => (v - mean) * (v - mean)));
        for (int i = 0; i < smeared.Length; i++)
        {
            float rough = (White[i] - 0.5f) * 0.5f;
            smeared[i] = Math.Max(1 + (0.42f * (smeared[i] - mean) / deviation) + rough, 0);
        }

        float scale = 1 / smeared.Average();
        return [.. smeared.Select(v => v * scale)];
    }

    /// <summary>White noise, 0 to 1, from a mixing of the place's bits.</summary>
    static float[] Noise(uint seed)
    {
        float[] noise = new float[Side * Side];
        for (uint i = 0; i < noise.Length; i++)
        {
            uint bits = (i + seed) * 0xCC9E2D51;
            bits = (bits ^ (bits >> 15)) * 0x2C1B3C6D;
            bits = (bits ^ (bits >> 12)) * 0x297A2D39;
            noise[i] = ((bits ^ (bits >> 15)) >> 8) / (float)(1 << 24);
        }

        return noise;
    }

    static float[] Smoothed()
    {
        float[] once = new float[White.Length], twice = new float[White.Length];
        var plane = new Plane(Side, Side);
        BoxBlur.Blur(White, plane, 9, once);
        BoxBlur.Blur(once, plane, 9, twice);
        float least = twice.Min(), most = twice.Max();
        return [.. twice.Select(v => (v - least) / (most - least))];
    }
}
