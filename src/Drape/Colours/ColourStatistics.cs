using System.Numerics.Tensors;

namespace Drape.Colours;

/// <summary>
/// What the name is decided by: colours of garment and floor (quantiles, dark and bright third, a soft palette), the
/// light as the brightest parts show it, and the three largest clusters. The recipe training/colours.py computes the
/// same values in the same order; what is changed in one is changed in the other.
/// </summary>
static class ColourStatistics
{
    // Colour axes are about five times as narrow as lightness; scaled so that all values are of similar size.
    const float Axis = 5;

    static readonly float[] LightParts = [0.05f, 0.25f, 0.5f, 0.75f, 0.95f];
    static readonly float[] AxisParts = [0.1f, 0.3f, 0.5f, 0.7f, 0.9f];
    static readonly float[] ChromaParts = [0.25f, 0.5f, 0.75f, 0.9f];
    static readonly float[] BrightParts = [0.95f, 0.99f];
    static readonly double[] SixthPowers =
        [.. Enumerable.Range(0, 256).Select(value => Math.Pow(SrgbLight.Of((byte)value), 6))];

    static readonly OkLab[] Anchors = [.. PaletteAnchors()];
    static readonly float[] AnchorLights = Array.ConvertAll(Anchors, anchor => anchor.L);
    static readonly float[] AnchorReds = Array.ConvertAll(Anchors, anchor => anchor.A);
    static readonly float[] AnchorYellows = Array.ConvertAll(Anchors, anchor => anchor.B);

    /// <summary>Computes the statistics of one picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="probability">How probably each pixel is garment.</param>
    /// <param name="garment">Weight of each pixel as garment.</param>
    /// <param name="floor">Weight of each pixel as floor.</param>
    /// <param name="palette">The colours of the picture.</param>
    /// <param name="clusters">The garment's colours, the largest first.</param>
    public static float[] Of(
        ReducedPicture picture,
        float[] probability,
        float[] garment,
        float[] floor,
        Palette palette,
        List<ColourCluster> clusters)
    {
        var pixels = new PixelTerms(picture);
        var values = new List<float>(NameTable.Inputs);
        AddSide(values, picture, pixels, garment);
        AddSide(values, picture, pixels, floor);
        AddLight(values, picture);
        values.Add(probability.Average());
        values.AddRange([picture.L.Average(), Axis * picture.A.Average(), Axis * picture.B.Average()]);
        AddPalette(values, palette);
        for (var i = 0; i < 3; i++)
        {
            AddCluster(values, i < clusters.Count ? clusters[i] : null);
        }

        return [.. values];
    }

    static void AddSide(List<float> values, ReducedPicture picture, PixelTerms pixels, float[] weights)
    {
        var light = new WeightedHistogram(picture.L, weights, 0, 1);
        values.AddRange(LightParts.Select(light.Quantile));
        foreach (var axis in (float[][])[picture.A, picture.B])
        {
            var histogram = new WeightedHistogram(axis, weights, -0.35f, 0.35f);
            values.AddRange(AxisParts.Select(part => Axis * histogram.Quantile(part)));
        }

        var chroma = new WeightedHistogram(pixels.Chroma, weights, 0, 0.35f);
        values.AddRange(ChromaParts.Select(part => Axis * chroma.Quantile(part)));

        var (dark, bright) = (light.StepAt(1 / 3f), light.StepAt(2 / 3f));
        var (low, high, all) = (default(WeightedMean), default(WeightedMean), default(WeightedMean));
        var contrast = 0f;
        for (var i = 0; i < weights.Length; i++)
        {
            var step = Math.Clamp((int)(picture.L[i] * WeightedHistogram.Steps), 0, WeightedHistogram.Steps - 1);
            if (step <= dark)
            {
                low.Add(picture.L[i], picture.A[i], picture.B[i], weights[i]);
            }

            if (step >= bright)
            {
                high.Add(picture.L[i], picture.A[i], picture.B[i], weights[i]);
            }

            all.Add(
                PixelTerms.LogLight(picture.Pixels[3 * i]),
                PixelTerms.LogLight(picture.Pixels[(3 * i) + 1]),
                PixelTerms.LogLight(picture.Pixels[(3 * i) + 2]),
                weights[i]);
            contrast += weights[i] * pixels.Contrast[i];
        }

        values.AddRange([low.X, Axis * low.Y, Axis * low.Z, high.X, Axis * high.Y, Axis * high.Z]);
        values.AddRange([all.X, all.Y, all.Z]);
        values.Add(MathF.Log(1 + (20 * contrast / all.Weight)));
    }

    /// <summary>Three guesses of the light: the brightest 5 and 1 in 100, and the "shades of gray" mean.</summary>
    static void AddLight(List<float> values, ReducedPicture picture)
    {
        var counts = new int[3, 256];
        Span<double> sixth = stackalloc double[3];
        for (var i = 0; i < picture.Pixels.Length; i += 3)
        {
            for (var k = 0; k < 3; k++)
            {
                counts[k, picture.Pixels[i + k]]++;
            }
        }

        foreach (var part in BrightParts)
        {
            for (var k = 0; k < 3; k++)
            {
                var (step, sum) = (0, counts[k, 0]);
                while (sum < part * picture.Count)
                {
                    sum += counts[k, ++step];
                }

                values.Add(PixelTerms.LogLight((byte)step));
            }
        }

        for (var k = 0; k < 3; k++)
        {
            for (var step = 0; step < 256; step++)
            {
                sixth[k] += counts[k, step] * SixthPowers[step];
            }

            values.Add((float)(0.5 * Math.Log(Math.Pow(sixth[k] / picture.Count, 1 / 6.0) + 0.01)));
        }
    }

    static void AddPalette(List<float> values, Palette palette)
    {
        var (garment, floor) = (new float[Anchors.Length], new float[Anchors.Length]);
        var (near, spare) = (new float[Anchors.Length], new float[Anchors.Length]);
        var (garmentSum, floorSum) = (palette.Garment.Sum(), palette.Floor.Sum());
        for (var i = 0; i < palette.Colours.Length; i++)
        {
            var (l, a, b) = palette.Colours[i];
            near.AsSpan().Clear();
            AddSquares(AnchorLights, l, 1, spare, near);
            AddSquares(AnchorReds, a, 2.5f, spare, near);
            AddSquares(AnchorYellows, b, 2.5f, spare, near);
            TensorPrimitives.Multiply(near, 1 / (-2 * 0.07f * 0.07f), near);
            TensorPrimitives.Exp<float>(near, near);
            TensorPrimitives.Add(near, 1e-12f, near);
            var sum = TensorPrimitives.Sum<float>(near);
            TensorPrimitives.MultiplyAdd(near, palette.Garment[i] / (sum * garmentSum), garment, garment);
            TensorPrimitives.MultiplyAdd(near, palette.Floor[i] / (sum * floorSum), floor, floor);
        }

        values.AddRange(garment.Select(MathF.Sqrt));
        values.AddRange(floor.Select(MathF.Sqrt));
    }

    /// <summary>Adds the squares of how far a value is from each of the anchors', times <paramref name="scale"/>.</summary>
    static void AddSquares(float[] anchors, float value, float scale, float[] spare, float[] sums)
    {
        TensorPrimitives.Subtract(anchors, value, spare);
        TensorPrimitives.Multiply(spare, scale, spare);
        TensorPrimitives.MultiplyAdd<float>(spare, spare, sums, sums);
    }

    static void AddCluster(List<float> values, ColourCluster? cluster)
    {
        if (cluster is not { } present)
        {
            values.AddRange(new float[9]);
            return;
        }

        var (l, a, b) = (present.Colour.L, Axis * present.Colour.A, Axis * present.Colour.B);
        var chroma = MathF.Sqrt((a * a) + (b * b) + 1e-6f);
        values.AddRange(
            [l, a, b, chroma, a / (chroma + 0.05f), b / (chroma + 0.05f), l * l, l * chroma, present.Share]);
    }

    /// <summary>A grid of gray, muted and vivid colours over the lightnesses.</summary>
    static IEnumerable<OkLab> PaletteAnchors()
    {
        for (var step = 0; step < 9; step++)
        {
            var light = 0.15f + (0.1f * step);
            yield return new OkLab(light, 0, 0);
            for (var k = 0; k < 8; k++)
            {
                var (sin, cos) = MathF.SinCos((k * MathF.PI / 4) + 0.4f);
                if (k % 2 == 0 && step >= 1)
                {
                    yield return new OkLab(light, 0.04f * cos, 0.04f * sin);
                }

                if (step is >= 2 and <= 6)
                {
                    yield return new OkLab(light, 0.13f * cos, 0.13f * sin);
                }
            }
        }
    }
}
