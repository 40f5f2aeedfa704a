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
            operation.Set("keep", orientation == 1 ? 0 : 1); // VIPS_FOREIGN_KEEP_NONE or _EXIF
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
