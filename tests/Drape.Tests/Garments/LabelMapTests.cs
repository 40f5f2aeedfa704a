using Drape.Garments;

namespace Drape.Tests.Garments;

public sealed class LabelMapTests
{
    [Theory]
    [InlineData(64, 96)]
    [InlineData(61, 93)]
    [InlineData(7, 5)]
    [InlineData(16, 24)]
    public void Stretched_logits_have_the_greatest_group_that_a_plain_calculation_finds(int width, int height)
    {
        const int groups = 5, rows = 24, columns = 16;
        var random = new Random(11);
        float[] logits = [.. Enumerable.Range(0, groups * rows * columns).Select(_ => random.NextSingle() * 8 - 4)];
        byte[] labels = new byte[width * height];

        LabelMap.Write(logits, (groups, rows, columns), width, height, labels);

        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                double[] values = [.. Enumerable.Range(0, groups)
                    .Select(g => Plain(logits, g, rows, columns, (x + 0.5) / width, (y + 0.5) / height))];
                int found = labels[y * width + x];
                Assert.True(values[found] >= values.Max() - 1e-4, $"at {x}, {y}: {found}, not {Array.IndexOf(values, values.Max())}");
            }
        }
    }

    [Fact]
    public void Among_equals_the_first_group_is_taken()
    {
        byte[] labels = [9, 9, 9, 9];

        LabelMap.Write(new float[3], (3, 1, 1), 2, 2, labels);

        Assert.Equal([0, 0, 0, 0], labels);
    }

    /// <summary>Bilinear interpolation between the middles of the places, as torch without aligned corners.</summary>
    static double Plain(float[] logits, int group, int rows, int columns, double across, double down)
    {
        double x = Math.Clamp(across * columns - 0.5, 0, columns - 1), y = Math.Clamp(down * rows - 0.5, 0, rows - 1);
        int left = (int)x, top = (int)y;
        double At(int row, int column) =>
            logits[(group * rows + Math.Min(row, rows - 1)) * columns + Math.Min(column, columns - 1)];
        double upper = double.Lerp(At(top, left), At(top, left + 1), x - left);
        return double.Lerp(upper, double.Lerp(At(top + 1, left), At(top + 1, left + 1), x - left), y - top);
    }
}
