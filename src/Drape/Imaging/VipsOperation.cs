using static Drape.Imaging.Vips;

namespace Drape.Imaging;

/// <summary>libvips reports that an operation failed; callers turn it into a <see cref="PhotoException"/>.</summary>
sealed class VipsException(string operation, string detail) : Exception($"{operation}: {detail}");

/// <summary>One libvips operation: its properties are set, it is built, its output is taken.</summary>
unsafe ref struct VipsOperation
{
    // GObject's fundamental types; an int is converted to the enum, flag or double that a property wants.
    const nuint Boolean = 5 << 2, Int = 6 << 2, Double = 15 << 2, String = 16 << 2;

    readonly string _name;
    nint _operation;
    bool _built;

    public VipsOperation(string name)
    {
        _ = Vips.Version;
        _name = name;
        _operation = vips_operation_new(name);
        if (_operation == 0)
        {
            throw new VipsException(name, TakeError());
        }
    }

    public readonly void Set(string property, int x)
    {
        GValue value = default;
        g_value_init(&value, Int);
        g_value_set_int(&value, x);
        Set(property, &value);
    }

    public readonly void Set(string property, bool x)
    {
        GValue value = default;
        g_value_init(&value, Boolean);
        g_value_set_boolean(&value, x ? 1 : 0);
        Set(property, &value);
    }

    public readonly void Set(string property, double x)
    {
        GValue value = default;
        g_value_init(&value, Double);
        g_value_set_double(&value, x);
        Set(property, &value);
    }

    public readonly void Set(string property, string x)
    {
        GValue value = default;
        g_value_init(&value, String);
        g_value_set_string(&value, x);
        Set(property, &value);
    }

    public readonly void Set(string property, ReadOnlySpan<double> x)
    {
        GValue value = default;
        g_value_init(&value, vips_array_double_get_type());
        fixed (double* first = x)
        {
            vips_value_set_array_double(&value, first, x.Length);
        }

        Set(property, &value);
    }

    public readonly void Set(string property, VipsImage image)
    {
        GValue value = default;
        g_value_init(&value, vips_image_get_type());
        g_value_set_object(&value, image.Handle);
        Set(property, &value);
    }

    /// <summary>Hands over memory without a copy: it must stay pinned until the pixels have been computed.</summary>
    public readonly void Set(string property, byte* data, int length)
    {
        nint blob = vips_blob_new(0, data, (nuint)length);
        GValue value = default;
        g_value_init(&value, vips_blob_get_type());
        g_value_set_boxed(&value, blob);
        Set(property, &value);
        vips_area_unref(blob);
    }

    readonly void Set(string property, GValue* value)
    {
        g_object_set_property(_operation, property, value);
        g_value_unset(value);
    }

    /// <exception cref="VipsException">The operation refuses its input.</exception>
    public void Build()
    {
        nint operation = _operation;
        int result = vips_cache_operation_buildp(&operation);
        (_operation, _built) = (operation, true);
        if (result != 0)
        {
            throw new VipsException(_name, TakeError());
        }
    }

    public readonly VipsImage Image(string property = "out")
    {
        GValue value = default;
        g_value_init(&value, vips_image_get_type());
        g_object_get_property(_operation, property, &value);
        nint image = g_object_ref(g_value_get_object(&value));
        g_value_unset(&value);
        return new VipsImage(image);
    }

    public readonly byte[] Bytes(string property = "buffer")
    {
        GValue value = default;
        g_value_init(&value, vips_blob_get_type());
        g_object_get_property(_operation, property, &value);
        nuint length;
        void* data = vips_blob_get(g_value_get_boxed(&value), &length);
        byte[] bytes = new ReadOnlySpan<byte>(data, checked((int)length)).ToArray();
        g_value_unset(&value);
        return bytes;
    }

    public void Dispose()
    {
        if (_operation == 0)
        {
            return;
        }

        if (_built)
        {
            vips_object_unref_outputs(_operation);
        }

        g_object_unref(_operation);
        _operation = 0;
    }
}
