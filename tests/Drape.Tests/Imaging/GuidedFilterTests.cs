using Drape.Imaging;

namespace Drape.Tests.Imaging;

public sealed class GuidedFilterTests
{
    const int Width = 60, Height = 40;
    static readonly Plane Plane = new(Width, Height);

    [Fact]
    public void Noise_on_a_flat_place_is_smoothed()
    {
        var random = new Random(5);
        float[] noisy = [.. Enumerable.Range(0, Plane.Count).Select(_ => 0.5f + (0.04f * (random.NextSingle() - 0.5f)))];

        float[] smooth = Smooth(noisy);

        Assert.True(Spread(smooth) < Spread(noisy) / 3);
    }

    [Fact]
    public void A_strong_edge_stays_where_it_is()
    {
        float[] edge = [.. Enumerable.Range(0, Plane.Count).Select(i => i % Width < 30 ? 0.1f : 0.9f)];

        float[] smooth = Smooth(edge);

        Assert.Equal(0.1f, smooth[(20 * Width) + 29], 0.05f);
        Assert.Equal(0.9f, smooth[(20 * Width) + 30], 0.05f);
    }

    [Fact]
    public void A_masks_edge_moves_to_the_edge_of_the_picture_beneath_it()
    {
        float[] picture = [.. Enumerable.Range(0, Plane.Count).Select(i => i % Width < 30 ? 0.1f : 0.9f)];
        float[] mask = [.. Enumerable.Range(0, Plane.Count).Select(i => i % Width < 32 ? 0f : 1f)];
        float[] refined = new float[mask.Length];

        GuidedFilter.Refine(picture, mask, Plane, 6, 0.0004f, refined);

        Assert.InRange(refined[(20 * Width) + 29], -0.1f, 0.1f);
        Assert.True(refined[(20 * Width) + 30] > 0.5f, "The edge of the mask was at column 32.");
    }

    [Fact]
    public void The_mean_of_a_square_is_that_of_its_pixels()
    {
        float[] ramp = [.. Enumerable.Range(0, Plane.Count).Select(i => (float)(i % Width))];
        float[] means = new float[ramp.Length];

        BoxBlur.Blur(ramp, Plane, 3, means);

        Assert.Equal(20, means[(10 * Width) + 20], 0.001f);
        // At the left edge the first column stands for what is beyond it: (4 * 0 + 1 + 2 + 3) / 7.
        Assert.Equal(6f / 7, means[10 * Width], 0.001f);
    }

    static float[] Smooth(float[] values)
    {
        float[] result = new float[values.Length];
        GuidedFilter.Smooth(values, Plane, 4, 0.004f, result);
        return result;
    }

    static float Spread(float[] values)
    {
        float mean = values.Average();
        return MathF.Sqrt(values.Average(v => (v - mean) * (v - mean)));
    }
}
