using Drape.Cli.Evaluate.Sets;
using Drape.Imaging;

namespace Drape.Cli.Tests.Evaluate.Sets;

public sealed class FramingTests
{
    /// <summary>Every pixel tells where it is.</summary>
    static readonly PixelImage _photo = Places(100, 200);

    [Fact]
    public void From_farther_off_the_photo_is_in_the_middle_and_its_edges_go_on()
    {
        var framing = Framing.Farther(_photo);

        Assert.Equal((156, 256), (framing.Pixels.Width, framing.Pixels.Height));
        Assert.Equal([Place(0, 0), Place(0, 0), Place(99, 199), Place(50, 0), Place(99, 100)],
            [At(framing, 0, 0), At(framing, 28, 28), At(framing, 155, 255), At(framing, 78, 5), At(framing, 140, 128)]);
    }

    [Fact]
    public void Parts_are_the_upper_half_head_and_shoulders_and_from_the_waist_down()
    {
        var parts = Framing.Parts(_photo).ToList();

        Assert.Equal([new PixelBox(10, 0, 80, 90), new(15, 0, 70, 56), new(10, 100, 80, 100)], parts.Select(p => p.Shown));
        Assert.All(parts, part =>
        {
            Assert.Equal((part.Shown.Width, part.Shown.Height), (part.Pixels.Width, part.Pixels.Height));
            Assert.Equal(Place(part.Shown.X + 3, part.Shown.Y + 7), At(part, 3, 7));
        });
    }

    [Fact]
    public void A_box_in_a_part_is_where_that_is_on_the_photo() =>
        Assert.Equal(new PixelBox(12, 105, 30, 40), Framing.Parts(_photo).Last().OnPhoto(new PixelBox(2, 5, 30, 40)));

    static PixelImage Places(int width, int height)
    {
        byte[] pixels = new byte[3 * width * height];
        for (int i = 0; i < width * height; i++)
        {
            (pixels[3 * i], pixels[3 * i + 1]) = ((byte)(i % width), (byte)(i / width));
        }

        return new PixelImage(width, height, pixels);
    }

    static (byte, byte) Place(int x, int y) => ((byte)x, (byte)y);

    static (byte, byte) At(Framing framing, int x, int y) => (framing.Pixels[x, y][0], framing.Pixels[x, y][1]);
}
