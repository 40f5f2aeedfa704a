namespace Drape.Imaging;

/// <summary>Writes pixels as a file; no metadata of the original goes with them.</summary>
public static class PhotoEncoder
{
    /// <summary>Encodes a picture.</summary>
    /// <param name="image">The pixels.</param>
    /// <param name="format">The format to write.</param>
    /// <param name="quality">1 to 100 for JPEG, WebP and AVIF; PNG and GIF ignore it.</param>
    /// <param name="orientation">EXIF orientation to state, 1 to 8; 1 states none.</param>
    public static byte[] Encode(PixelImage image, PhotoFormat format, int quality = 85, int orientation = 1)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentOutOfRangeException.ThrowIfLessThan(quality, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quality, 100);
        ArgumentOutOfRangeException.ThrowIfLessThan(orientation, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(orientation, 8);
        using var pixels = VipsImage.FromPixels(image.Width, image.Height, 3, image.Pixels);
        if (orientation != 1)
        {
            Vips.vips_image_set_int(pixels.Handle, "orientation", orientation);
        }

        return Encode(pixels, format, quality, keepExif: orientation != 1);
    }

    /// <summary>Encodes an overlay, with what shines through it.</summary>
    /// <param name="overlay">The pixels.</param>
    /// <param name="format">PNG or WebP: the others have no alpha, or no smooth one.</param>
    /// <param name="quality">1 to 100 for WebP; PNG ignores it.</param>
    public static byte[] Encode(Overlay overlay, PhotoFormat format, int quality = 80)
    {
        ArgumentNullException.ThrowIfNull(overlay);
        ArgumentOutOfRangeException.ThrowIfLessThan(quality, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quality, 100);
        if (format is not (PhotoFormat.Png or PhotoFormat.Webp))
        {
            throw new ArgumentException($"An overlay is PNG or WebP, not {format}.", nameof(format));
        }

        using var pixels = VipsImage.FromPixels(overlay.Width, overlay.Height, 4, overlay.Pixels);
        return Encode(pixels, format, quality, keepExif: false);
    }

    static byte[] Encode(VipsImage pixels, PhotoFormat format, int quality, bool keepExif)
    {
        var operation = new VipsOperation(format switch
        {
            PhotoFormat.Jpeg => "jpegsave_buffer",
            PhotoFormat.Png => "pngsave_buffer",
            PhotoFormat.Webp => "webpsave_buffer",
            PhotoFormat.Gif => "gifsave_buffer",
            _ => "heifsave_buffer",
        });
        try
        {
            operation.Set("in", pixels);
            operation.Set("keep", keepExif ? 1 : 0); // VIPS_FOREIGN_KEEP_NONE or _EXIF
            if (format is PhotoFormat.Jpeg or PhotoFormat.Webp or PhotoFormat.Avif)
            {
                operation.Set("Q", quality);
            }

            if (format == PhotoFormat.Avif)
            {
                operation.Set("compression", 4); // VIPS_FOREIGN_HEIF_COMPRESSION_AV1
                operation.Set("effort", 2);
            }

            operation.Build();
            return operation.Bytes();
        }
        finally
        {
            operation.Dispose();
        }
    }

    /// <summary>Encodes a picture with transparency as WebP; no metadata goes with it.</summary>
    /// <param name="width">Pixels a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="pixels">R, G, B and how opaque it is of each pixel, row by row.</param>
    /// <param name="quality">1 to 100; how opaque a pixel is comes through unchanged.</param>
    internal static byte[] EncodeTransparent(int width, int height, byte[] pixels, int quality)
    {
        using var image = VipsImage.FromPixels(width, height, 4, pixels);
        var operation = new VipsOperation("webpsave_buffer");
        try
        {
            operation.Set("in", image);
            operation.Set("keep", 0); // VIPS_FOREIGN_KEEP_NONE
            operation.Set("Q", quality);
            operation.Build();
            return operation.Bytes();
        }
        finally
        {
            operation.Dispose();
        }
    }
}
