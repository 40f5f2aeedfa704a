using System.Runtime.InteropServices;

namespace Drape.Cli;

/// <summary>
/// What .NET does not tell of standard output on Unix. It asks the library that .NET itself asks, which has the same
/// calls and numbers on every Unix; should that change, everything counts as the usual case.
/// </summary>
static partial class PlatformCalls
{
    const string Library = "libSystem.Native";
    const short ErrorOrHangUp = 0x8 | 0x10;

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

    [LibraryImport(Library, EntryPoint = "SystemNative_Poll")]
    private static partial int Poll(ref PollEvent events, uint count, int milliseconds, out uint triggered);

    [StructLayout(LayoutKind.Sequential)]
    struct PollEvent
    {
        public int File;
        public short Wanted;
        public short Triggered;
    }
}
