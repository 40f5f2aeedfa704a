using System.Runtime.InteropServices;

namespace Drape.Cli;

/// <summary>
/// What .NET does not tell of files and pipes on Unix. It asks the library that .NET itself asks, which has the same
/// calls and numbers on every Unix; should that change, everything counts as the usual case.
/// </summary>
static partial class PlatformCalls
{
    const string Library = "libSystem.Native";
    const int KindMask = 0xF000, RegularFile = 0x8000, Folder = 0x4000;
    const short ErrorOrHangUp = 0x8 | 0x10;

    /// <summary>Whether something is there that is neither a file nor a folder: a pipe, a device, a socket.</summary>
    /// <remarks>To be asked before it is opened: opening a pipe waits until somebody writes to it.</remarks>
    public static bool IsSpecialFile(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }

        try
        {
            return Stat(path, out var status) == 0 && (status.Mode & KindMask) is not (RegularFile or Folder);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Whether standard output is a pipe that nobody reads any more.</summary>
    public static bool IsOutputAbandoned()
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }

        try
        {
            var output = new PollEvent { File = 1 };
            return Poll(ref output, 1, 0, out uint triggered) == 0 && triggered > 0
                && (output.Triggered & ErrorOrHangUp) != 0;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport(Library, EntryPoint = "SystemNative_Stat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Stat(string path, out FileStatus status);

    [LibraryImport(Library, EntryPoint = "SystemNative_Poll")]
    private static partial int Poll(ref PollEvent events, uint count, int milliseconds, out uint triggered);

    /// <summary>The beginning of what is told of a file, with room for the rest.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 512)]
    struct FileStatus
    {
        public int Flags;
        public int Mode;
    }

    [StructLayout(LayoutKind.Sequential)]
    struct PollEvent
    {
        public int File;
        public short Wanted;
        public short Triggered;
    }
}
