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

    /// <summary>Two arenas at most, and large blocks go back to the system when they are freed.</summary>
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
            _ = MallOpt(MmapThreshold, 256 * 1024);
            _ = MallOpt(TrimThreshold, 1024 * 1024);
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
        {
            // Another C library, which has no such setting: nothing to settle.
        }
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int MallOpt(int parameter, int value);
}
