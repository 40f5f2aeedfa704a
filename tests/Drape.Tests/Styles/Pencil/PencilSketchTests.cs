using Drape.Imaging;
using Drape.Styles.Pencil;

namespace Drape.Tests.Styles.Pencil;

public class PencilSketchTests
{
    /// <summary>A dark square on a light ground, 400 by 800 pixels.</summary>
    static readonly PixelImage Square = Drawn.Picture(400, PencilSketch.Side, (x, y) =>
        x is > 100 and < 300 && y is > 300 and < 500 ? ((byte)60, (byte)60, (byte)70) : ((byte)225, (byte)225, (byte)220));

    static readonly PixelImage Drawing = PencilSketch.Draw(Square);

    [Fact]
    public void A_drawing_has_the_photos_size() => Assert.Equal((400, 800), (Drawing.Width, Drawing.Height));

    [Fact]
    public void A_small_photo_is_drawn_larger_in_its_proportions()
    {
        var drawing = PencilSketch.Draw(Drawn.Quarters(96, 64));

        Assert.Equal((800, 533), (drawing.Width, drawing.Height));
    }

    [Fact]
    public void The_same_photo_gives_the_same_drawing() => Assert.Equal(Drawing.Pixels, PencilSketch.Draw(Square).Pixels);

    [Fact]
    public void An_edge_is_darker_than_what_lies_on_either_side()
    {
        double edge = Enumerable.Range(96, 9).Min(x => Mean(x, 330, 1, 140)), inside = Mean(150, 350, 100, 100), outside = Mean(50, 330, 30, 140);

        Assert.True(edge < inside - 15, $"edge {edge:0}, inside {inside:0}");
        Assert.True(edge < outside - 60, $"edge {edge:0}, outside {outside:0}");
    }

    [Fact]
    public void Dark_cloth_is_hatched_and_light_ground_stays_paper()
    {
        Assert.InRange(Mean(150, 350, 100, 100), 40, 190);
        Assert.InRange(Mean(150, 600, 100, 100), 205, 255);
    }

    [Fact]
    public void Hatching_leaves_paper_between_its_strokes()
    {
        var light = Enumerable.Range(0, 100).SelectMany(y => Enumerable.Range(0, 100).Select(x => (int)Drawing[150 + x, 350 + y][1])).ToArray();

        Assert.True(light.Max() - light.Min() > 60, $"from {light.Min()} to {light.Max()}");
    }

    [Fact]
    public void At_the_edge_of_the_sheet_there_is_bare_paper() => Assert.All(
        (int[])[0, 100, 399], x => Assert.True(Drawing[x, 0][0] > 235));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 500)]
    [InlineData(900, 2)]
    public void Photos_of_any_shape_are_drawn(int width, int height)
    {
        var drawing = PencilSketch.Draw(Drawn.Picture(width, height, (_, _) => Drawn.Blue));

        Assert.Equal((double)width / height, (double)drawing.Width / drawing.Height, 0.01 * width / height + 0.01);
    }

    static double Mean(int left, int top, int width, int height) => Enumerable.Range(top, height)
        .SelectMany(y => Enumerable.Range(left, width).Select(x => (double)Drawing[x, y][1])).Average();
}
