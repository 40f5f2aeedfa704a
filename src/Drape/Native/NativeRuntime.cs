using System.Runtime.InteropServices;

namespace Drape.Native;

/// <summary>Finds and loads the native libraries that the build copied into <c>native/</c> by the program.</summary>
public static class NativeRuntime
{
    /// <summary>The folder that holds the native libraries.</summary>
    public static string Home { get; } = Path.Combine(AppContext.BaseDirectory, "native");

    /// <summary>The full path of a library on this platform.</summary>
    /// <param name="name">The library without prefix of a folder and without ending, such as <c>libvips</c>.</param>
    public static string PathOf(string name) => Path.Combine(Home, name + Ending);

    /// <summary>Loads a library.</summary>
    /// <exception cref="NativeRuntimeException">It is missing, damaged or made for another platform.</exception>
    public static nint Load(string name)
    {
        string path = PathOf(name);
        if (!File.Exists(path))
        {
            throw new NativeRuntimeException(
                $"The native library {name} is missing at {path}. Build Drape again (./drape does it): "
                + "the build fetches it from npm.");
        }

        try
        {
            return NativeLibrary.Load(path);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            throw new NativeRuntimeException(
                $"The native library at {path} cannot be loaded on {RuntimeInformation.RuntimeIdentifier}: it is "
                + "damaged or made for another platform. Delete native/node_modules and build Drape again.", e);
        }
    }

    static string Ending =>
        OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";
}
