using System.Runtime.InteropServices;

namespace Drape.Native;

/// <summary>
/// Memory outside the managed heap that is freed when nobody refers to this any more. Where it is large, Linux is asked to
/// lay it out in large pages: reading through it is then half as quick again.
/// </summary>
sealed unsafe partial class AlignedMemory
{
    const int LargePage = 2 << 20;
    const int CacheLine = 64;
    const int UseLargePages = 14; // MADV_HUGEPAGE

    readonly void* _start;

    /// <summary>Allocates memory with anything in it, at a multiple of 64 bytes.</summary>
    /// <param name="bytes">How much, at least 1.</param>
    /// <exception cref="OutOfMemoryException">There is not so much.</exception>
    public AlignedMemory(long bytes)
    {
        Bytes = bytes;
        _start = NativeMemory.AlignedAlloc((nuint)bytes, bytes >= LargePage ? (nuint)LargePage : CacheLine);
        GC.AddMemoryPressure(bytes);
        if (bytes >= LargePage && OperatingSystem.IsLinux())
        {
            Advise(_start, bytes);
        }
    }

    /// <summary>Frees it.</summary>
    ~AlignedMemory()
    {
        if (_start != null)
        {
            NativeMemory.AlignedFree(_start);
            GC.RemoveMemoryPressure(Bytes);
        }
    }

    /// <summary>The first byte. Valid while this object lives: see <see cref="GC.KeepAlive"/>.</summary>
    public byte* Start => (byte*)_start;

    /// <summary>How much it is.</summary>
    public long Bytes { get; }

    // It is advice: whether it is followed, or known at all, changes nothing but the speed.
    static void Advise(void* start, long bytes)
    {
        try
        {
            _ = MAdvise(start, (nuint)bytes, UseLargePages);
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException)
        {
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int MAdvise(void* start, nuint bytes, int advice);
}
