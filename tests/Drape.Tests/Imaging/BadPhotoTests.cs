using System.Buffers.Binary;
using System.Text;
using Drape.Imaging;

namespace Drape.Tests.Imaging;

public sealed class BadPhotoTests
{
    static readonly PixelImage Picture = Drawn.Noisy(320, 240);

    [Fact]
    public void An_empty_file_is_refused() => Refused([], PhotoError.Empty, "empty");

    [Fact]
    public void Text_is_not_a_picture() =>
        Refused(Encoding.UTF8.GetBytes(new string('x', 500)), PhotoError.NotAPicture, "not a picture");

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "SVG")]
    [InlineData("<?xml version='1.0'?>\n<!-- drawing -->\n<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG")]
    [InlineData("%PDF-1.7\n1 0 obj", "PDF")]
    [InlineData("<!doctype html><title>Not found</title>", "web page")]
    [InlineData("II*\0________________", "TIFF")]
    public void A_document_that_poses_as_a_photo_is_named(string content, string name) =>
        Refused(Encoding.UTF8.GetBytes(content), PhotoError.UnsupportedFormat, name);

    [Fact]
    public void A_heic_photo_is_named_and_a_way_out_shown()
    {
        byte[] file = [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, .. new byte[200]];

        Refused(file, PhotoError.UnsupportedFormat, "HEIC", "Save it as JPEG");
    }

    [Theory]
    [InlineData(PhotoFormat.Jpeg)]
    [InlineData(PhotoFormat.Png)]
    [InlineData(PhotoFormat.Webp)]
    [InlineData(PhotoFormat.Gif)]
    [InlineData(PhotoFormat.Avif)]
    public void A_file_that_ends_early_is_called_cut_off(PhotoFormat format)
    {
        byte[] file = PhotoEncoder.Encode(Picture, format);

        Refused(file[..(file.Length / 2)], PhotoError.Truncated, "cut off");
    }

    [Theory]
    [InlineData(PhotoFormat.Jpeg)]
    [InlineData(PhotoFormat.Png)]
    [InlineData(PhotoFormat.Webp)]
    [InlineData(PhotoFormat.Gif)]
    [InlineData(PhotoFormat.Avif)]
    public void A_file_cut_off_after_its_first_bytes_is_refused(PhotoFormat format)
    {
        byte[] file = PhotoEncoder.Encode(Picture, format);

        for (int length = 1; length < 64; length++)
        {
            byte[] start = file[..length];
            Assert.Throws<PhotoException>(() => PhotoDecoder.Decode(start, 100));
        }
    }

    [Fact]
    public void A_header_that_claims_a_hundred_megapixels_is_refused_before_decoding()
    {
        byte[] file = PhotoEncoder.Encode(Picture, PhotoFormat.Png);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(16), 20_000);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), 6_000);
        FixChecksum(file);

        Refused(file, PhotoError.TooManyPixels, "20000x6000", "100 megapixels");
    }

    [Fact]
    public void A_jpeg_that_claims_65535_pixels_a_side_is_refused()
    {
        byte[] file = PhotoEncoder.Encode(Picture, PhotoFormat.Jpeg);
        file.AsSpan(StartOfFrame(file) + 5, 4).Fill(0xFF);

        Refused(file, PhotoError.TooManyPixels, "65535x65535");
    }

    [Fact]
    public void A_jpeg_of_no_height_is_refused()
    {
        byte[] file = PhotoEncoder.Encode(Picture, PhotoFormat.Jpeg);
        file.AsSpan(StartOfFrame(file) + 5, 2).Clear();

        Refused(file, PhotoError.ZeroSize, "zero");
    }

    [Fact]
    public void A_png_of_no_width_is_refused()
    {
        byte[] file = PhotoEncoder.Encode(Picture, PhotoFormat.Png);
        file.AsSpan(16, 4).Clear();
        FixChecksum(file);

        Refused(file, PhotoError.ZeroSize, "zero");
    }

    [Fact]
    public void A_small_file_that_demands_a_gigabyte_of_memory_is_refused_before_decoding()
    {
        byte[] file = PhotoEncoder.Encode(Picture, PhotoFormat.Png);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(16), 9_990);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), 9_990);
        (file[24], file[25], file[28]) = (16, 6, 1); // 16 bits, with alpha, interlaced
        FixChecksum(file);

        Refused(file, PhotoError.TooManyPixels, "as a whole", "798 MB");
    }

    [Fact]
    public void A_progressive_jpeg_counts_as_a_whole()
    {
        byte[] file = PhotoEncoder.Encode(Picture, PhotoFormat.Jpeg);
        int frame = StartOfFrame(file);
        file[frame + 1] = 0xC2;
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(frame + 5), 9_990);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(frame + 7), 9_990);

        Refused(file, PhotoError.TooManyPixels, "as a whole");
    }

    [Fact]
    public void A_box_that_claims_to_be_endless_is_refused()
    {
        byte[] file = [0, 0, 0, 28, .. "ftypavif"u8, 0, 0, 0, 0, .. "avifmif1miaf"u8,
            0, 0, 0, 1, .. "meta"u8, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, .. new byte[60]];

        Assert.Throws<PhotoException>(() => PhotoDecoder.Decode(file, 100));
    }

    [Fact]
    public void A_file_over_fifty_megabytes_is_refused() =>
        Refused(new byte[50_000_001], PhotoError.TooManyBytes, "50 MB");

    [Fact]
    public void Stricter_limits_are_kept()
    {
        byte[] file = PhotoEncoder.Encode(Picture, PhotoFormat.Jpeg);

        var error = Assert.Throws<PhotoException>(() =>
            PhotoDecoder.Identify(file, new PhotoLimits { Pixels = 10_000 }));
        Assert.Equal(PhotoError.TooManyPixels, error.Error);
    }

    [Fact]
    public void A_png_with_a_flipped_bit_is_called_damaged()
    {
        byte[] file = PhotoEncoder.Encode(Picture, PhotoFormat.Png);
        file[file.Length / 2] ^= 0x55;

        Refused(file, PhotoError.Damaged, "damaged");
    }

    [Theory]
    [InlineData(PhotoFormat.Jpeg)]
    [InlineData(PhotoFormat.Png)]
    [InlineData(PhotoFormat.Webp)]
    [InlineData(PhotoFormat.Gif)]
    [InlineData(PhotoFormat.Avif)]
    public void Random_damage_gives_a_picture_or_a_typed_error_and_never_worse(PhotoFormat format)
    {
        byte[] file = PhotoEncoder.Encode(Picture, format);
        var random = new Random(11);
        for (int round = 0; round < 60; round++)
        {
            byte[] damaged = [.. file];
            // Every second time the header, where sizes and offsets stand.
            int reach = round % 2 == 0 ? damaged.Length : Math.Min(damaged.Length, 400);
            for (int hits = random.Next(1, 20); hits > 0; hits--)
            {
                damaged[random.Next(reach)] = random.Next(3) switch { 0 => 0xFF, 1 => 0x7F, _ => (byte)random.Next(256) };
            }

            var outcome = Record.Exception(() => PhotoDecoder.Decode(damaged, 64));

            Assert.True(outcome is null or PhotoException, outcome?.ToString());
        }
    }

    static void Refused(byte[] file, PhotoError expected, params string[] words)
    {
        var error = Assert.Throws<PhotoException>(() => PhotoDecoder.Decode(file, 100));
        Assert.Equal(expected, error.Error);
        Assert.All(words, word => Assert.Contains(word, error.Message, StringComparison.Ordinal));
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
    }

    static int StartOfFrame(byte[] jpeg)
    {
        int at = 2;
        while (jpeg[at + 1] is not (0xC0 or 0xC2))
        {
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2));
        }

        return at;
    }

    /// <summary>Makes the checksum of a PNG's first chunk right again.</summary>
    static void FixChecksum(byte[] png)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in png.AsSpan(12, 17))
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }

        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), ~crc);
    }
}
