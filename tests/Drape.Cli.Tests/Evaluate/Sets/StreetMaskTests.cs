using Drape.Cli.Evaluate.Sets;
using Drape.Imaging;

namespace Drape.Cli.Tests.Evaluate.Sets;

public sealed class StreetMaskTests
{
    // A bag in the lower left quarter of a coat, a speck of a belt.
    static readonly StreetMask _mask = new(["coat", "bag", "belt"], 10, 10,
        [.. Enumerable.Range(0, 100).Select(i => i == 9 ? (byte)2 : i % 10 < 5 && i / 10 >= 5 ? (byte)1 : (byte)0)]);

    [Fact]
    public void A_box_shows_the_labels_of_its_own_pixels_on_a_larger_photo_too()
    {
        var photo = new PixelBox(0, 0, 40, 20);

        Assert.Equal(["coat", "bag"], _mask.In(photo, photo));
        Assert.Equal(["bag"], _mask.In(new PixelBox(0, 10, 20, 10), photo));
        Assert.Equal(["coat"], _mask.In(new PixelBox(20, 10, 20, 10), photo));
    }

    [Fact]
    public void What_takes_less_than_a_tenth_of_a_box_is_not_what_it_shows()
    {
        var photo = new PixelBox(0, 0, 10, 10);

        Assert.DoesNotContain("belt", _mask.In(new PixelBox(4, 0, 6, 2), photo));
        Assert.Contains("belt", _mask.In(new PixelBox(5, 0, 5, 2), photo));
    }
}
