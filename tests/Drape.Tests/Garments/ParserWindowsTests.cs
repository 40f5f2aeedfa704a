using Drape.Garments;
using Drape.Imaging;

namespace Drape.Tests.Garments;

public sealed class ParserWindowsTests
{
    const int Stride = 4;

    [Theory]
    [InlineData(300, 450)]
    [InlineData(400, 480)]
    [InlineData(6000, 400)]
    public void A_photo_that_one_look_shows_well_or_a_long_panorama_has_none(int width, int height) =>
        Assert.Null(Windows(width, height));

    [Theory]
    [InlineData(448, 448)]
    [InlineData(448, 336)]
    [InlineData(600, 337)]
    [InlineData(1000, 333)]
    public void Windows_of_one_size_go_from_edge_to_edge_and_overlap(int width, int height)
    {
        var windows = Windows(width, height)!;

        Assert.Equal(0, windows.Boxes[0].X);
        Assert.InRange(windows.Boxes[^1].X + windows.Boxes[^1].Width, width - 1, width);
        Assert.All(windows.Boxes, box => Assert.Equal(height, box.Height));
        Assert.All(windows.Boxes, box => Assert.InRange(box.Width, windows.Boxes[0].Width - 1, windows.Boxes[0].Width));
        Assert.All(windows.Boxes.Zip(windows.Boxes.Skip(1)),
            pair => Assert.InRange(pair.Second.X - pair.First.X, 1, 0.6 * pair.First.Width));
    }

    [Theory]
    [InlineData(2400)] // eight people
    [InlineData(3600)]
    public void Of_a_row_of_many_people_the_windows_stand_farther_apart(int width)
    {
        var windows = Windows(width, 450)!;

        Assert.Equal(12, windows.Boxes.Count);
        Assert.All(windows.Boxes.Zip(windows.Boxes.Skip(1)),
            pair => Assert.InRange(pair.Second.X - pair.First.X, 0.6 * pair.First.Width, pair.First.Width));
    }

    [Fact]
    public void What_all_windows_agree_on_is_said_of_the_whole_photo()
    {
        const int groups = 2;
        var windows = Windows(900, 450)!;
        int rows = windows.Size.Height / Stride, own = windows.Size.Width / Stride, columns = windows.Width / Stride;
        float[] seen = new float[windows.Boxes.Count * groups * rows * own];
        for (int i = 0; i < seen.Length; i++)
        {
            int window = i / (groups * rows * own);
            int first = (int)Math.Round((double)windows.Boxes[window].X / 900 * columns);
            seen[i] = first + i % own + 1000 * (i / own % (groups * rows));
        }

        using var joined = windows.Join(seen, groups);

        for (int i = 0; i < groups * rows * columns; i++)
        {
            Assert.Equal(i % columns + 1000 * (i / columns), joined.Span[i], 0.1f);
        }
    }

    static ParserWindows? Windows(int width, int height) => ParserWindows.Of(
        new PixelImage(width, height, new byte[width * height * 3]), _ => (256, 384), Stride);
}
