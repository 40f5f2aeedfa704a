using Drape.Imaging;

namespace Drape.Tests.Imaging;

public sealed class DrawingScaleTests
{
    [Fact]
    public void Several_people_side_by_side_get_labels_as_large_as_each_alone()
    {
        var alone = DrawingScale.Of(Paper(352, 531), [Worn(0)]);
        var three = DrawingScale.Of(Paper(3 * 352, 531), [Worn(0), Worn(1), Worn(2)]);

        Assert.Equal(alone, three);
    }

    [Fact]
    public void What_lies_alone_is_labelled_by_the_size_of_its_picture() =>
        Assert.Equal(new DrawingScale(4, 46), DrawingScale.Of(Paper(1600, 1600), [new(new PixelBox(0, 0, 9, 9), "hat")]));

    [Fact]
    public void A_small_figure_in_a_large_picture_gets_labels_half_as_large() =>
        Assert.Equal(new DrawingScale(2, 23), DrawingScale.Of(Paper(1600, 1600), [new(new PixelBox(0, 0, 40, 90), "hat", Figure: 0)]));

    [Fact]
    public void Letters_grow_by_less_than_whole_lines()
    {
        var (small, large) = (DrawingScale.Of(Paper(420, 420), []), DrawingScale.Of(Paper(560, 560), []));

        Assert.Equal(small.Unit, large.Unit);
        Assert.True(large.Letters > small.Letters);
    }

    static Annotation Worn(int figure) => new(new PixelBox(figure * 352 + 100, 60, 150, 420), "coat", Figure: figure);

    static PixelImage Paper(int width, int height) => Drawn.Picture(width, height, (_, _) => (128, 128, 128));
}
