using Drape.Imaging;

namespace Drape.Tests.Imaging;

public class OverlayTests
{
    // Hot at the right, cold at the left.
    static readonly Overlay Glow = Overlay.Glow(new Mask(4, 1, [0, 0, 128, 255]), 80, 20);

    [Fact]
    public void What_is_cold_shines_through_wholly() => Assert.InRange(Alpha(2, 10), 0, 2);

    [Fact]
    public void What_is_hot_glows_and_still_lets_the_photo_be_seen() => Assert.InRange(Alpha(78, 10), 150, 220);

    [Fact]
    public void The_glow_grows_without_a_step() => Assert.All(
        Enumerable.Range(0, 79), x => Assert.InRange(Alpha(x + 1, 10) - Alpha(x, 10), -1, 16));

    [Fact]
    public void Where_nothing_is_hot_nothing_glows() =>
        Assert.All(Overlay.Glow(new Mask(3, 3, new byte[9]), 12, 12).Pixels.Chunk(4), p => Assert.Equal(0, p[3]));

    [Theory]
    [InlineData(PhotoFormat.Png)]
    [InlineData(PhotoFormat.Webp)]
    public void Its_file_keeps_what_shines_through(PhotoFormat format)
    {
        byte[] file = PhotoEncoder.Encode(Glow, format);

        // The decoder lays what is transparent on white: the cold side is white, the hot side is not.
        var seen = PhotoDecoder.Decode(file, 80).Pixels;
        Assert.True(seen[1, 10][1] > 245);
        Assert.True(seen[78, 10][1] < 140);
    }

    [Fact]
    public void A_format_without_transparency_is_refused() =>
        Assert.Throws<ArgumentException>(() => PhotoEncoder.Encode(Glow, PhotoFormat.Jpeg));

    static int Alpha(int x, int y) => Glow.Pixels[(((y * Glow.Width) + x) * 4) + 3];
}
