using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Drape.Store.Blobs;

/// <summary>
/// Makes the entries of a folder (new names, renames, removals) safe from the end of the power. .NET cannot open a
/// folder; the library that .NET itself asks can, with the same call and numbers on every Unix.
/// </summary>
static partial class FolderSync
{
    const int ReadOnly = 0, CloseOnExec = 0x10;

    /// <summary>Returns once the folder's entries are on the disk.</summary>
    /// <exception cref="IOException">The folder cannot be opened or the disk failed.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // NTFS keeps a journal of its folders, and offers no such call
        }

        using var handle = Open(folder, ReadOnly | CloseOnExec, 0);
        if (handle.IsInvalid)
        {
            throw new IOException($"The folder {folder} cannot be opened: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        RandomAccess.FlushToDisk(handle);
    }

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_Open",
        StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial SafeFileHandle Open(string path, int flags, int mode);
}
