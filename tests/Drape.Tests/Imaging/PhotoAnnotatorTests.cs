using Drape.Imaging;

namespace Drape.Tests.Imaging;

public sealed class PhotoAnnotatorTests
{
    static readonly PixelImage Grey = Drawn.Picture(200, 150, (_, _) => (128, 128, 128));

    [Fact]
    public void The_original_is_left_alone()
    {
        byte[] before = [.. Grey.Pixels];

        PhotoAnnotator.Draw(Grey, [new Annotation(new PixelBox(20, 50, 100, 60), "shirt")]);

        Assert.Equal(before, Grey.Pixels);
    }

    [Fact]
    public void A_box_is_drawn_on_its_edge_and_not_inside()
    {
        var drawn = PhotoAnnotator.Draw(Grey, [new Annotation(new PixelBox(20, 50, 100, 60), "shirt")]);

        Assert.NotEqual(128, drawn[20, 80][0]);
        Assert.NotEqual(128, drawn[119, 80][0]);
        Assert.NotEqual(128, drawn[70, 109][0]);
        Assert.Equal(128, drawn[70, 80][0]);
        Assert.Equal(128, drawn[10, 120][0]);
    }

    [Fact]
    public void A_label_has_light_letters_on_a_dark_ground()
    {
        var drawn = PhotoAnnotator.Draw(Grey, [new Annotation(new PixelBox(20, 50, 100, 60), "t-shirt 97 %")]);

        var row = Enumerable.Range(22, 60).Select(x => (int)drawn[x, 42][1]).ToArray();
        Assert.Contains(row, g => g < 60);
        Assert.Contains(row, g => g > 200);
    }

    [Fact]
    public void A_box_at_the_top_keeps_its_label_inside_the_picture()
    {
        var drawn = PhotoAnnotator.Draw(Grey, [new Annotation(new PixelBox(0, 0, 200, 150), "dress <&>")]);

        Assert.Contains(Enumerable.Range(4, 60), x => drawn[x, 12][1] < 60);
    }

    [Fact]
    public void What_lies_outside_a_mask_is_dimmed()
    {
        byte[] values = new byte[200 * 150];
        for (int y = 50; y < 110; y++)
        {
            values.AsSpan(y * 200 + 20, 100).Fill(255);
        }

        var drawn = PhotoAnnotator.Draw(Grey, [new Annotation(new PixelBox(20, 50, 100, 60), "skirt", new Mask(200, 150, values))]);

        Assert.True(drawn[150, 140][0] > 150);
        Assert.Equal(128, drawn[70, 80][0]);
    }

    [Fact]
    public void A_mask_of_another_size_is_refused() =>
        Assert.Throws<ArgumentException>(() => PhotoAnnotator.Draw(Grey,
            [new Annotation(new PixelBox(0, 0, 5, 5), "hat", new Mask(5, 5, new byte[25]))]));
}
