using static Drape.Imaging.Vips;

namespace Drape.Imaging;

/// <summary>A reference to an image of libvips, which computes its pixels only when they are asked for.</summary>
sealed unsafe class VipsImage(nint handle) : IDisposable
{
    public delegate void Configure(ref VipsOperation operation);

    public nint Handle { get; private set; } = handle;

    public int Width => vips_image_get_width(Handle);

    public int Height => vips_image_get_height(Handle);

    public int Bands => vips_image_get_bands(Handle);

    /// <summary>EXIF orientation 1 to 8; 1 where the picture states none.</summary>
    public int Orientation => vips_image_get_orientation(Handle);

    public bool HasAlpha => vips_image_hasalpha(Handle) != 0;

    /// <summary>Whether the file says what its colours mean; else they are taken for sRGB.</summary>
    public bool HasProfile => vips_image_get_typeof(Handle, "icc-profile-data") != 0;

    /// <summary>Copies pixels in: 3 bands are RGB, 4 are RGB with alpha.</summary>
    public static VipsImage FromPixels(int width, int height, int bands, ReadOnlySpan<byte> pixels)
    {
        _ = Vips.Version;
        nint image;
        fixed (byte* first = pixels)
        {
            image = vips_image_new_from_memory_copy(first, (nuint)pixels.Length, width, height, bands, UnsignedChar);
        }

        if (image == 0)
        {
            throw new VipsException("new_from_memory", TakeError());
        }

        using var raw = new VipsImage(image);
        return raw.Apply("copy", static (ref o) => o.Set("interpretation", StandardRgb));
    }

    /// <summary>The result of an operation on this image; this image stays valid.</summary>
    public VipsImage Apply(string name, Configure configure)
    {
        var operation = new VipsOperation(name);
        try
        {
            operation.Set("in", this);
            configure(ref operation);
            operation.Build();
            return operation.Image();
        }
        finally
        {
            operation.Dispose();
        }
    }

    /// <summary>Computes all pixels. Errors in the file's data show here and not before.</summary>
    public byte[] ToBytes()
    {
        nuint length;
        void* memory = vips_image_write_to_memory(Handle, &length);
        if (memory == null)
        {
            throw new VipsException("decode", TakeError());
        }

        try
        {
            return new ReadOnlySpan<byte>(memory, checked((int)length)).ToArray();
        }
        finally
        {
            g_free(memory);
        }
    }

    /// <summary>VIPS_FORMAT_UCHAR.</summary>
    public const int UnsignedChar = 0;

    /// <summary>VIPS_INTERPRETATION_sRGB.</summary>
    public const int StandardRgb = 22;

    public void Dispose()
    {
        if (Handle != 0)
        {
            g_object_unref(Handle);
            Handle = 0;
        }
    }
}
