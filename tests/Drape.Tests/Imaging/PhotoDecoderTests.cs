using Drape.Imaging;

namespace Drape.Tests.Imaging;

public sealed class PhotoDecoderTests
{
    [Theory]
    [InlineData(PhotoFormat.Jpeg)]
    [InlineData(PhotoFormat.Png)]
    [InlineData(PhotoFormat.Webp)]
    [InlineData(PhotoFormat.Gif)]
    [InlineData(PhotoFormat.Avif)]
    public void Every_format_comes_back_with_its_size_and_colours(PhotoFormat format)
    {
        byte[] file = PhotoEncoder.Encode(Drawn.Quarters(), format, quality: 90);

        var photo = PhotoDecoder.Decode(file, 1000);

        Assert.Equal(new PhotoHeader(format, 96, 64, 1), photo.Header);
        Assert.Equal((96, 64), (photo.Pixels.Width, photo.Pixels.Height));
        Assert.Equal("RGBW", Corners(photo.Pixels));
    }

    [Theory]
    [InlineData(1, "RGBW")]
    [InlineData(2, "GRWB")]
    [InlineData(3, "WBGR")]
    [InlineData(4, "BWRG")]
    [InlineData(5, "RBGW")]
    [InlineData(6, "BRWG")]
    [InlineData(7, "WGBR")]
    [InlineData(8, "GWRB")]
    public void A_photo_is_turned_upright_as_its_exif_orientation_says(int orientation, string corners)
    {
        byte[] file = PhotoEncoder.Encode(Drawn.Quarters(), PhotoFormat.Jpeg, 95, orientation);

        var photo = PhotoDecoder.Decode(file, 1000);

        bool turned = orientation >= 5;
        Assert.Equal(turned ? (64, 96) : (96, 64), (photo.Width, photo.Height));
        Assert.Equal((photo.Width, photo.Height), (photo.Pixels.Width, photo.Pixels.Height));
        Assert.Equal(corners, Corners(photo.Pixels));
    }

    [Theory]
    [InlineData(PhotoFormat.Jpeg)]
    [InlineData(PhotoFormat.Webp)]
    [InlineData(PhotoFormat.Png)]
    public void A_large_photo_is_scaled_down_and_keeps_its_proportions(PhotoFormat format)
    {
        byte[] file = PhotoEncoder.Encode(Drawn.Quarters(1200, 800), format);

        var photo = PhotoDecoder.Decode(file, 300);

        Assert.Equal((1200, 800), (photo.Width, photo.Height));
        Assert.Equal((300, 200), (photo.Pixels.Width, photo.Pixels.Height));
        Assert.Equal("RGBW", Corners(photo.Pixels));
    }

    [Fact]
    public void A_small_photo_is_not_enlarged()
    {
        byte[] file = PhotoEncoder.Encode(Drawn.Quarters(20, 10), PhotoFormat.Png);

        Assert.Equal(20, PhotoDecoder.Decode(file, 448).Pixels.Width);
    }

    [Fact]
    public void A_photo_of_one_pixel_is_read()
    {
        byte[] file = PhotoEncoder.Encode(Drawn.Picture(1, 1, (_, _) => Drawn.Red), PhotoFormat.Png);

        Assert.Equal([220, 30, 30], PhotoDecoder.Decode(file, 448).Pixels.Pixels);
    }

    [Fact]
    public void What_is_transparent_becomes_white()
    {
        byte[] pixels = new byte[8 * 8 * 4]; // black, and nothing of it opaque
        using var image = VipsImage.FromPixels(8, 8, 4, pixels);

        var photo = PhotoDecoder.Decode(Save(image, "pngsave_buffer"), 448);

        Assert.All(photo.Pixels.Pixels, b => Assert.Equal(255, b));
    }

    [Fact]
    public void Grey_becomes_three_equal_channels()
    {
        using var image = VipsImage.FromPixels(16, 16, 3, Drawn.Picture(16, 16, (x, _) => Grey(x * 15)).Pixels)
            .Apply("colourspace", (ref o) => o.Set("space", 1)); // VIPS_INTERPRETATION_B_W

        var photo = PhotoDecoder.Decode(Save(image, "pngsave_buffer"), 448);

        Assert.Equal([120, 120, 120], photo.Pixels[8, 3].ToArray());
    }

    [Fact]
    public void Sixteen_bits_a_channel_become_eight()
    {
        using var image = VipsImage.FromPixels(16, 16, 3, Drawn.Picture(16, 16, (x, _) => Grey(x * 15)).Pixels)
            .Apply("colourspace", (ref o) => o.Set("space", 25)); // VIPS_INTERPRETATION_RGB16

        var photo = PhotoDecoder.Decode(Save(image, "pngsave_buffer"), 448);

        Assert.Equal([120, 120, 120], photo.Pixels[8, 3].ToArray());
    }

    [Fact]
    public void A_display_p3_photo_keeps_the_colours_a_person_sees()
    {
        var original = Drawn.Picture(32, 32, (_, _) => (180, 90, 60));
        using var srgb = VipsImage.FromPixels(32, 32, 3, original.Pixels);
        using var wide = srgb.Apply("icc_transform", (ref o) =>
        {
            o.Set("output_profile", "p3");
            o.Set("input_profile", "srgb");
        });
        Assert.NotEqual(original.Pixels, wide.ToBytes()); // the stored numbers differ

        var photo = PhotoDecoder.Decode(Save(wide, "pngsave_buffer"), 448);

        byte[] seen = photo.Pixels[16, 16].ToArray();
        Assert.InRange(seen[0], 178, 182);
        Assert.InRange(seen[1], 88, 92);
        Assert.InRange(seen[2], 58, 62);
    }

    [Fact]
    public void A_cmyk_jpeg_is_read_in_colour()
    {
        using var srgb = VipsImage.FromPixels(96, 64, 3, Drawn.Quarters().Pixels);
        using var cmyk = srgb.Apply("colourspace", (ref o) => o.Set("space", 15)); // VIPS_INTERPRETATION_CMYK

        var photo = PhotoDecoder.Decode(Save(cmyk, "jpegsave_buffer"), 448);

        Assert.Equal("RGBW", Corners(photo.Pixels));
    }

    [Fact]
    public void Photos_are_decoded_side_by_side()
    {
        byte[] file = PhotoEncoder.Encode(Drawn.Quarters(600, 400), PhotoFormat.Jpeg);

        Parallel.For(0, 32, _ => Assert.Equal("RGBW", Corners(PhotoDecoder.Decode(file, 100).Pixels)));
    }

    static string Corners(PixelImage image)
    {
        int right = image.Width - 3, bottom = image.Height - 3;
        return new string([Drawn.Nearest(image[2, 2]), Drawn.Nearest(image[right, 2]),
            Drawn.Nearest(image[2, bottom]), Drawn.Nearest(image[right, bottom])]);
    }

    static (byte, byte, byte) Grey(int value) => ((byte)value, (byte)value, (byte)value);

    static byte[] Save(VipsImage image, string saver)
    {
        var operation = new VipsOperation(saver);
        try
        {
            operation.Set("in", image);
            operation.Build();
            return operation.Bytes();
        }
        finally
        {
            operation.Dispose();
        }
    }
}
