using System.Runtime.InteropServices;

namespace Drape.Native;

/// <summary>
/// Tells pipes and devices from files, which .NET does not. It asks the library that .NET itself asks, which has the same
/// calls and numbers on every Unix; should that change, everything counts as a file.
/// </summary>
public static partial class SpecialFile
{
    const int KindMask = 0xF000, RegularFile = 0x8000, Folder = 0x4000;

    /// <summary>Whether something is there that is neither a file nor a folder: a pipe, a device, a socket.</summary>
    /// <remarks>To be asked before it is opened: opening a pipe waits until somebody writes to it.</remarks>
    public static bool Is(string path)
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

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_Stat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Stat(string path, out FileStatus status);

    /// <summary>The beginning of what is told of a file, with room for the rest.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 512)]
    struct FileStatus
    {
        public int Flags;
        public int Mode;
    }
}
