using System.Runtime.InteropServices;
using System.Security.Cryptography;

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

    /// <summary>Loads a library, after its content was compared with the SHA-256 that the build wrote beside it, if it did.</summary>
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

        if (IsAltered(path, Path.Combine(Home, name + ".sha256")))
        {
            // The system would run whatever stands there now.
            throw new NativeRuntimeException($"The native library at {path} is damaged: it is not what was fetched. {Remedy}");
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

    static bool IsAltered(string library, string digest)
    {
        if (!File.Exists(digest))
        {
            return false; // of a library that somebody put there on purpose nothing is known
        }

        using var content = File.OpenRead(library);
        return !File.ReadAllText(digest).Trim().Equals(Convert.ToHexString(SHA256.HashData(content)), StringComparison.OrdinalIgnoreCase);
    }

    static string Ending =>
        OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";
}
