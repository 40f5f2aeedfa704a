using Drape.Garments;
using Drape.Imaging;

namespace Drape.Tests.Garments;

public sealed class FigureTests
{
    static readonly PixelImage Photo = Drawn.Picture(200, 100, (_, _) => (128, 128, 128));

    [Fact]
    public void Somebody_alone_is_looked_at_with_all_around() => Assert.Null(Figure.OfMain([Worn(0, 20, 30)], Photo));

    [Fact]
    public void Of_several_the_main_figure_is_looked_at_from_head_to_feet()
    {
        var box = Figure.OfMain([Worn(0, 20, 30), Worn(1, 120, 30), Worn(0, 20, 70)], Photo);

        // Garments from (20, 30) to (60, 90): a fifth of their height more above, a twelfth beyond the other sides.
        Assert.Equal(new PixelBox(15, 18, 50, 77), box);
    }

    [Fact]
    public void At_the_edge_the_figure_ends_with_the_photo() =>
        Assert.Equal((0, 0), Figure.OfMain([Worn(0, 0, 0), Worn(1, 120, 30)], Photo) is { } box ? (box.X, box.Y) : default);

    static FoundGarment Worn(int person, int x, int y) =>
        new(null, person, new Mask(2, 1, [255, 255]), new PixelBox(x, y, 40, 20), Photo.Width, Photo.Height);
}
