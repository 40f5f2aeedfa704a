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

    /// <summary>What to do about a library that cannot be used.</summary>
    public const string Remedy =
        "Delete the folders artifacts and native/node_modules and start ./drape, which fetches the library anew.";

    /// <summary>Loads a library.</summary>
    /// <exception cref="NativeRuntimeException">It is missing, damaged or made for another platform.</exception>
    public static nint Load(string name)
    {
        string path = PathOf(name);
        if (!File.Exists(path))
        {
            throw new NativeRuntimeException($"The native library {name} is missing: there is no {path}. {Remedy}");
        }

        if (OperatingSystem.IsLinux() && ElfFile.EndsEarly(path))
        {
            // The system would map it and end the program with a bus error on first use.
            throw new NativeRuntimeException($"The native library at {path} is damaged: it is cut off. {Remedy}");
        }

        try
        {
            return NativeLibrary.Load(path);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            throw new NativeRuntimeException(
                $"The native library at {path} cannot be loaded on {RuntimeInformation.RuntimeIdentifier}: it is "
                + $"damaged or made for another platform. {Remedy}", e);
        }
    }

    static string Ending =>
        OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";
}
