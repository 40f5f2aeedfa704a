using System.Runtime.InteropServices;

namespace Drape.Server.Hosting;

/// <summary>
/// Settles how glibc's malloc behaves. libvips and ONNX Runtime allocate from many threads; by default each thread
/// gets an arena of its own and what it once held stays with the process.
/// </summary>
static partial class NativeHeap
{
    const int TrimThreshold = -1;
    const int MmapThreshold = -3;
    const int ArenaMax = -8;

    /// <summary>
    /// What a network works in (some MiB) is kept for its next run: taken anew from the system, every page of it costs a fault, which
    /// made a photo a third dearer. Larger blocks, as of a decoded photo, go back when they are freed.
    /// </summary>
    const int Work = 8 << 20;

    /// <summary>Two arenas at most, each of which gives back what it has free at its end beyond this.</summary>
    const int Free = 2 * Work;

    /// <summary>Settles it, once, before either library is used.</summary>
    public static void KeepSmall()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            _ = MallOpt(ArenaMax, 2);
            // Setting a threshold stops glibc from raising it with use, which would keep the blocks.
            _ = MallOpt(MmapThreshold, Work);
            _ = MallOpt(TrimThreshold, Free);
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
        {
            // Another C library, which has no such setting: nothing to settle.
        }
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int MallOpt(int parameter, int value);
}
