using System.Runtime.InteropServices;
using Drape.Native;

namespace Drape.Imaging;

/// <summary>
/// The C functions of libvips and GObject that Drape calls. None is variadic: .NET cannot call those portably, so
/// operations go through GObject properties (<see cref="VipsOperation"/>), as the NetVips binding does.
/// </summary>
static unsafe partial class Vips
{
    const string Library = "libvips";
    static readonly Lazy<Version> Loaded = new(Initialize);

    /// <summary>The library's version; loads and locks it down on first use.</summary>
    /// <exception cref="NativeRuntimeException">The library is missing or unusable.</exception>
    public static Version Version => Loaded.Value;

    static Version Initialize()
    {
        nint library = NativeRuntime.Load(Library);
        if (!NativeLibrary.TryGetExport(library, nameof(vips_init), out _)
            || !NativeLibrary.TryGetExport(library, nameof(g_setenv), out _))
        {
            throw new NativeRuntimeException(
                $"The library at {NativeRuntime.PathOf(Library)} is not libvips. {NativeRuntime.Remedy}");
        }

        NativeLibrary.SetDllImportResolver(typeof(Vips).Assembly, (name, _, _) => name == Library ? library : 0);
        g_setenv("VIPS_WARNING", "0", 1); // Environment.SetEnvironmentVariable does not reach C's getenv
        if (vips_init("drape") != 0)
        {
            throw new NativeRuntimeException($"libvips did not start: {TakeError()}");
        }

        vips_concurrency_set(1); // one photo a thread: many photos at once use the cores better
        vips_cache_set_max(0);   // a cached operation would outlive the pinned bytes it reads
        vips_block_untrusted_set(1);
        vips_operation_block_set("VipsForeignLoad", 1); // every loader is refused ...
        foreach (string loader in (string[])["Jpeg", "Png", "Webp", "Nsgif", "Heif"])
        {
            vips_operation_block_set("VipsForeignLoad" + loader, 0); // ... but these
        }

        return new Version(vips_version(0), vips_version(1), vips_version(2));
    }

    /// <summary>Takes what libvips last complained about; all threads share its buffer, so it is a hint.</summary>
    public static string TakeError()
    {
        string text = Marshal.PtrToStringUTF8((nint)vips_error_buffer()) ?? "";
        vips_error_clear();
        return text.Trim().ReplaceLineEndings("; ");
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct GValue
    {
        public nuint Type;
        public long Data0;
        public long Data1;
    }

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int g_setenv(string name, string value, int overwrite);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int vips_init(string program);

    [LibraryImport(Library)]
    private static partial int vips_version(int part);

    [LibraryImport(Library)]
    private static partial void vips_concurrency_set(int threads);

    [LibraryImport(Library)]
    private static partial void vips_cache_set_max(int operations);

    [LibraryImport(Library)]
    private static partial void vips_block_untrusted_set(int state);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial void vips_operation_block_set(string name, int state);

    [LibraryImport(Library)]
    private static partial byte* vips_error_buffer();

    [LibraryImport(Library)]
    private static partial void vips_error_clear();

    [LibraryImport(Library)]
    internal static partial nuint vips_tracked_get_mem();

    [LibraryImport(Library)]
    internal static partial byte* vips_foreign_find_load_buffer(void* data, nuint size);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint vips_operation_new(string name);

    [LibraryImport(Library)]
    internal static partial int vips_cache_operation_buildp(nint* operation);

    [LibraryImport(Library)]
    internal static partial void vips_object_unref_outputs(nint operation);

    [LibraryImport(Library)]
    internal static partial nint vips_blob_new(nint free, void* data, nuint size);

    [LibraryImport(Library)]
    internal static partial void* vips_blob_get(nint blob, nuint* size);

    [LibraryImport(Library)]
    internal static partial nuint vips_blob_get_type();

    [LibraryImport(Library)]
    internal static partial nuint vips_image_get_type();

    [LibraryImport(Library)]
    internal static partial nuint vips_array_double_get_type();

    [LibraryImport(Library)]
    internal static partial void vips_area_unref(nint area);

    [LibraryImport(Library)]
    internal static partial void vips_value_set_array_double(GValue* value, double* array, int count);

    [LibraryImport(Library)]
    internal static partial int vips_image_get_width(nint image);

    [LibraryImport(Library)]
    internal static partial int vips_image_get_height(nint image);

    [LibraryImport(Library)]
    internal static partial int vips_image_get_bands(nint image);

    [LibraryImport(Library)]
    internal static partial int vips_image_get_orientation(nint image);

    [LibraryImport(Library)]
    internal static partial int vips_image_hasalpha(nint image);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nuint vips_image_get_typeof(nint image, string name);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void vips_image_set_int(nint image, string name, int value);

    [LibraryImport(Library)]
    internal static partial void* vips_image_write_to_memory(nint image, nuint* size);

    [LibraryImport(Library)]
    internal static partial nint vips_image_new_from_memory_copy(
        void* data, nuint size, int width, int height, int bands, int format);

    [LibraryImport(Library)]
    internal static partial void g_value_init(GValue* value, nuint type);

    [LibraryImport(Library)]
    internal static partial void g_value_unset(GValue* value);

    [LibraryImport(Library)]
    internal static partial void g_value_set_int(GValue* value, int x);

    [LibraryImport(Library)]
    internal static partial void g_value_set_boolean(GValue* value, int x);

    [LibraryImport(Library)]
    internal static partial void g_value_set_double(GValue* value, double x);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void g_value_set_string(GValue* value, string x);

    [LibraryImport(Library)]
    internal static partial void g_value_set_object(GValue* value, nint x);

    [LibraryImport(Library)]
    internal static partial void g_value_set_boxed(GValue* value, nint x);

    [LibraryImport(Library)]
    internal static partial nint g_value_get_object(GValue* value);

    [LibraryImport(Library)]
    internal static partial nint g_value_get_boxed(GValue* value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void g_object_set_property(nint instance, string name, GValue* value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void g_object_get_property(nint instance, string name, GValue* value);

    [LibraryImport(Library)]
    internal static partial nint g_object_ref(nint instance);

    [LibraryImport(Library)]
    internal static partial void g_object_unref(nint instance);

    [LibraryImport(Library)]
    internal static partial void g_free(void* memory);
}
