using Drape.Cli.Evaluate.Sets;
using Drape.Imaging;

namespace Drape.Cli.Tests.Evaluate.Sets;

public class DistortedCopyTests
{
    static readonly PixelImage Photo = PhotoDecoder.Decode(TemporaryFolder.Photo(), 256).Pixels;

    [Fact]
    public void A_copy_is_the_same_in_every_run() =>
        Assert.Equal(DistortedCopy.Of(Photo, "15970").Pixels, DistortedCopy.Of(Photo, "15970").Pixels);

    [Fact]
    public void Copies_of_two_products_are_distorted_in_different_ways() =>
        Assert.NotEqual(DistortedCopy.Of(Photo, "15970").Pixels, DistortedCopy.Of(Photo, "39386").Pixels);

    [Fact]
    public void The_middle_of_the_picture_is_still_in_the_middle()
    {
        var middle = DistortedCopy.Of(Photo, "15970")[Photo.Width / 2, Photo.Height / 2];

        Assert.True(middle[0] > 2 * middle[1], $"{middle[0]}, {middle[1]}, {middle[2]} is not the garment's red");
    }
}
