using Drape.Imaging;

namespace Drape.Tests.Imaging;

public sealed class ResamplerTests
{
    [Fact]
    public void The_same_size_changes_nothing()
    {
        var picture = Drawn.Noisy(17, 11);

        Assert.Equal(picture.Pixels, Resampler.Resize(picture, 17, 11).Pixels);
    }

    [Theory]
    [InlineData(3, 90)]
    [InlineData(64, 64)]
    [InlineData(200, 7)]
    public void One_colour_stays_that_colour_at_any_size(int width, int height)
    {
        var picture = Drawn.Picture(40, 30, (_, _) => (10, 128, 250));

        var scaled = Resampler.Resize(picture, width, height);

        Assert.Equal(Drawn.Picture(width, height, (_, _) => (10, 128, 250)).Pixels, scaled.Pixels);
    }

    [Fact]
    public void Half_the_size_averages_what_it_covers()
    {
        var picture = Drawn.Picture(8, 8, (x, _) => x % 2 == 0 ? ((byte)0, (byte)0, (byte)0) : ((byte)200, (byte)200, (byte)200));

        var scaled = Resampler.Resize(picture, 4, 4);

        // The filter is two target pixels wide: inside, stripes of one pixel become one grey.
        Assert.InRange(scaled[1, 1][0], 99, 101);
        Assert.InRange(scaled[2, 2][0], 99, 101);
    }

    [Theory]
    [InlineData(1, 1, 5, 4)]
    [InlineData(3, 2, 1, 1)]
    [InlineData(10, 9, 4, 3)]
    [InlineData(11, 7, 23, 20)]
    [InlineData(97, 61, 40, 30)]
    public void Every_value_is_the_mean_that_the_triangle_filter_weighs(int fromWidth, int fromHeight, int width, int height)
    {
        var picture = Drawn.Noisy(fromWidth + 5, fromHeight + 3);
        var box = new PixelBox(4, 2, fromWidth, fromHeight);
        var planes = new float[3 * width * height];

        Resampler.ToPlanes(picture, box, width, height, [10, 20, 30], [2, 4, 8], planes);

        for (int i = 0; i < planes.Length; i++)
        {
            var (channel, y, x) = (i / (width * height), i / width % height, i % width);
            double mean = Triangle(fromHeight, height, y).Sum(row => row.Weight * Triangle(fromWidth, width, x).Sum(column =>
                column.Weight * picture[box.X + column.At, box.Y + row.At][channel]));
            Assert.Equal((mean - (10 * (channel + 1))) / (2 << channel), planes[i], 0.001);
        }
    }

    /// <summary>What a place of the target takes of the source, straight from the definition.</summary>
    static IEnumerable<(int At, double Weight)> Triangle(int source, int target, int place)
    {
        double step = (double)source / target, radius = Math.Max(step, 1), centre = (place + 0.5) * step;
        var weights = Enumerable.Range(0, source).Select(at => (At: at, Weight: Math.Max(0, 1 - (Math.Abs(at + 0.5 - centre) / radius)))).ToList();
        double sum = weights.Sum(w => w.Weight);
        return weights.Select(w => (w.At, w.Weight / sum));
    }

    [Fact]
    public void Only_the_box_is_read()
    {
        var planes = new float[3 * 4 * 4];

        Resampler.ToPlanes(Drawn.Quarters(), new PixelBox(48, 0, 48, 32), 4, 4, [0, 0, 0], [1, 1, 1], planes);

        Assert.All(planes[..16], r => Assert.Equal(Drawn.Green.R, r, 0.01f));
        Assert.All(planes[16..32], g => Assert.Equal(Drawn.Green.G, g, 0.01f));
        Assert.All(planes[32..], b => Assert.Equal(Drawn.Green.B, b, 0.01f));
    }

    [Fact]
    public void A_box_outside_the_picture_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Resampler.ToPlanes(
            Drawn.Quarters(), new PixelBox(90, 0, 20, 20), 4, 4, [0, 0, 0], [1, 1, 1], new float[48]));
}
