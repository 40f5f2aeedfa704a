using System.Numerics;
using Drape.Imaging;

namespace Drape.Tests.Imaging;

public sealed class ColourSpreadTests
{
    [Fact]
    public void What_tells_two_colours_of_one_lightness_apart_is_found()
    {
        var gray = Of(128, 128, 128);
        var brown = Of(190, 120, 25);

        var direction = ColourSpread.Between(gray, brown)!.Value;

        Assert.Equal(1, Math.Abs(direction.X) + Math.Abs(direction.Y) + Math.Abs(direction.Z), 0.001);
        Assert.InRange(Math.Abs(Vector3.Dot(direction, new Vector3(128 - 190, 128 - 120, 128 - 25)) / 255), 0.3f, 1);
    }

    [Fact]
    public void What_varies_within_a_set_tells_little()
    {
        // Stripes of light and dark blue on white: blue varies in the cloth, red does not.
        var cloth = new ColourSpread();
        for (int i = 0; i < 200; i++)
        {
            cloth.Add([100, 100, (byte)(i % 2 == 0 ? 60 : 250)]);
        }

        var direction = ColourSpread.Between(cloth, Of(220, 220, 220))!.Value;

        Assert.True(Math.Abs(direction.Z) < 0.1 * Math.Abs(direction.X));
    }

    [Theory]
    [InlineData(63, 500)]
    [InlineData(500, 63)]
    [InlineData(0, 0)]
    public void Of_few_pixels_nothing_is_said(int one, int other) =>
        Assert.Null(ColourSpread.Between(Of(10, 10, 10, one), Of(200, 10, 10, other)));

    [Fact]
    public void Two_sets_of_one_colour_cannot_be_told_apart() => Assert.Null(ColourSpread.Between(Of(80, 90, 100), Of(80, 90, 100)));

    static ColourSpread Of(byte r, byte g, byte b, int count = 200)
    {
        var spread = new ColourSpread();
        for (int i = 0; i < count; i++)
        {
            spread.Add([r, g, b]);
        }

        return spread;
    }
}
