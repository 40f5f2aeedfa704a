using System.Runtime.InteropServices;

namespace Drape.Imaging;

/// <summary>
/// Reads JPEG, PNG, WebP, GIF (first frame) and AVIF from memory: upright, in sRGB, alpha on white, scaled down while
/// decoding where the format can. The header's size is checked before a pixel is decoded. Thread-safe.
/// </summary>
public static unsafe class PhotoDecoder
{
    /// <summary>Reads the header only.</summary>
    /// <exception cref="PhotoException">The bytes are no picture that Drape reads, or over a limit.</exception>
    public static PhotoHeader Identify(ReadOnlySpan<byte> data, PhotoLimits? limits = null)
    {
        limits ??= PhotoLimits.Default;
        var format = Recognise(data, limits);
        fixed (byte* bytes = data)
        {
            using var image = Open(bytes, data.Length, format, limits);
            return Header(image, data, format, limits);
        }
    }

    /// <summary>Decodes a photo.</summary>
    /// <param name="data">The file's bytes.</param>
    /// <param name="longSide">Longer side of the result in pixels at most; smaller pictures keep their size.</param>
    /// <param name="limits">What to refuse; <see cref="PhotoLimits.Default"/> if null.</param>
    /// <exception cref="PhotoException">The photo cannot be read; its message says why.</exception>
    public static Photo Decode(ReadOnlySpan<byte> data, int longSide, PhotoLimits? limits = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longSide, 1);
        limits ??= PhotoLimits.Default;
        var format = Recognise(data, limits);
        fixed (byte* bytes = data)
        {
            PhotoHeader header;
            using (var image = Open(bytes, data.Length, format, limits))
            {
                header = Header(image, data, format, limits);
            }

            try
            {
                int shrink = ShrinkOnLoad(format, Math.Max(header.Width, header.Height), longSide);
                using var loaded = Open(bytes, data.Length, format, limits, shrink);
                return new Photo(header, Finish(loaded, longSide));
            }
            catch (VipsException e)
            {
                throw Broken(data, format, limits, e);
            }
        }
    }

    static PhotoFormat Recognise(ReadOnlySpan<byte> data, PhotoLimits limits)
    {
        if (data.IsEmpty)
        {
            throw new PhotoException(PhotoError.Empty, "The file is empty. Send a JPEG, PNG, WebP, GIF or AVIF photo.");
        }

        if (data.Length > limits.Bytes)
        {
            throw new PhotoException(PhotoError.TooManyBytes,
                $"The file has {data.Length / 1e6:0.#} MB; at most {limits.Bytes / 1e6:0.#} MB are read. "
                + "Send a smaller photo.");
        }

        var (format, instead) = PhotoSniffer.Sniff(data);
        if (format is { } known)
        {
            return known;
        }

        throw instead is null
            ? new PhotoException(PhotoError.NotAPicture,
                "The file is not a picture. Send a JPEG, PNG, WebP, GIF or AVIF photo.")
            : new PhotoException(PhotoError.UnsupportedFormat,
                $"The file is {instead}, which Drape does not read. Save it as JPEG, PNG, WebP, GIF or AVIF.");
    }

    /// <summary>Opens the file lazily: only its header is read here.</summary>
    static VipsImage Open(byte* data, int length, PhotoFormat format, PhotoLimits limits, int shrink = 1)
    {
        _ = Vips.Version;
        // libvips checks for itself; a file that only begins like a picture has no loader.
        if (Marshal.PtrToStringUTF8((nint)Vips.vips_foreign_find_load_buffer(data, (nuint)length)) is null)
        {
            var error = new VipsException("find", Vips.TakeError());
            throw Broken(new ReadOnlySpan<byte>(data, length), format, limits, error);
        }

        var operation = new VipsOperation(format switch
        {
            PhotoFormat.Jpeg => "jpegload_buffer",
            PhotoFormat.Png => "pngload_buffer",
            PhotoFormat.Webp => "webpload_buffer",
            PhotoFormat.Gif => "gifload_buffer",
            _ => "heifload_buffer",
        });
        try
        {
            operation.Set("buffer", data, length);
            operation.Set("access", 1); // VIPS_ACCESS_SEQUENTIAL: rows pass through, the whole is never held
            operation.Set("fail_on", 1); // VIPS_FAIL_ON_TRUNCATED
            if (shrink > 1)
            {
                if (format == PhotoFormat.Jpeg)
                {
                    operation.Set("shrink", shrink);
                }
                else
                {
                    operation.Set("scale", 1.0 / shrink);
                }
            }

            operation.Build();
            return operation.Image();
        }
        catch (VipsException e)
        {
            throw Broken(new ReadOnlySpan<byte>(data, length), format, limits, e);
        }
        finally
        {
            operation.Dispose();
        }
    }

    static PhotoHeader Header(VipsImage image, ReadOnlySpan<byte> data, PhotoFormat format, PhotoLimits limits)
    {
        int orientation = image.Orientation;
        bool turned = orientation >= 5;
        var header = new PhotoHeader(format, turned ? image.Height : image.Width, turned ? image.Width : image.Height,
            orientation);
        if ((long)header.Width * header.Height > limits.Pixels)
        {
            throw TooManyPixels(header.Width, header.Height, limits);
        }

        long memory = DecodeCost.Of(data, format, (long)header.Width * header.Height);
        return memory <= limits.Memory ? header : throw new PhotoException(PhotoError.TooManyPixels,
            $"The picture is {header.Width}x{header.Height} pixels and stored so that it must be decoded as a whole, "
            + $"which takes {memory / 1_000_000} MB; at most {limits.Memory / 1_000_000} MB are given. Send it smaller, "
            + "or as a plain JPEG.");
    }

    /// <summary>JPEG and WebP decode to a fraction of their size at a fraction of the price.</summary>
    static int ShrinkOnLoad(PhotoFormat format, int longSide, int wanted)
    {
        if (format is not (PhotoFormat.Jpeg or PhotoFormat.Webp))
        {
            return 1;
        }

        int shrink = 8;
        while (shrink > 1 && longSide / shrink < wanted)
        {
            shrink /= 2;
        }

        return shrink;
    }

    static PixelImage Finish(VipsImage loaded, int longSide)
    {
        using var small = loaded.Apply("thumbnail_image", (ref o) =>
        {
            o.Set("width", longSide);
            o.Set("height", longSide);
            o.Set("size", 2); // VIPS_SIZE_DOWN: never enlarge; it turns the picture upright, too
            if (loaded.HasProfile)
            {
                o.Set("output_profile", "srgb"); // without one: from sRGB to sRGB, four fifths of the time
            }
        });
        using var rgb = small.Apply("colourspace", static (ref o) => o.Set("space", VipsImage.StandardRgb));
        using var opaque = rgb.Apply(rgb.HasAlpha ? "flatten" : "copy", (ref o) =>
        {
            if (rgb.HasAlpha)
            {
                o.Set("background", [255, 255, 255]);
            }
        });
        using var bytes = opaque.Apply("cast", static (ref o) => o.Set("format", VipsImage.UnsignedChar));
        return new PixelImage(bytes.Width, bytes.Height, bytes.ToBytes());
    }

    /// <summary>Puts a failure of the decoder into a sentence, by what the file itself says.</summary>
    static PhotoException Broken(ReadOnlySpan<byte> data, PhotoFormat format, PhotoLimits limits, VipsException e)
    {
        if (StatedSize.Of(data, format) is var (width, height))
        {
            if (width == 0 || height == 0)
            {
                return new PhotoException(PhotoError.ZeroSize,
                    "The picture's header states a size of zero pixels. Send another copy of the photo.", e.Message);
            }

            if (width * height > limits.Pixels)
            {
                return TooManyPixels(width, height, limits); // more than the decoder itself accepts
            }
        }

        return PhotoSniffer.EndsEarly(data, format)
            ? new PhotoException(PhotoError.Truncated,
                "The picture is cut off: the file ends before the photo does. Send it again.", e.Message)
            : new PhotoException(PhotoError.Damaged,
                $"The picture is damaged: its {format.ToString().ToUpperInvariant()} data cannot be decoded. "
                + "Send another copy of the photo.", e.Message);
    }

    static PhotoException TooManyPixels(long width, long height, PhotoLimits limits) => new(PhotoError.TooManyPixels,
        $"The picture is {width}x{height} pixels; at most {limits.Pixels / 1_000_000} megapixels are read. "
        + "Send a smaller photo.");
}
