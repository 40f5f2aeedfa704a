namespace Drape.Store;

/// <summary>The one folder under which Drape keeps what it keeps.</summary>
public static class HomeFolder
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string Variable = "DRAPE_HOME";

    /// <summary>The folder's full path: as given, else as <see cref="Variable"/> says, else in the user's data folder.</summary>
    public static string Locate(string? given) => Locate(given, Environment.GetEnvironmentVariable(Variable));

    internal static string Locate(string? given, string? variable)
    {
        string? named = given ?? (variable is { Length: > 0 } ? variable : null);
        return Path.GetFullPath(named ?? Path.Combine(Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "drape"));
    }

    const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Makes the folder where it is not there; on Unix nobody but its owner gets into it.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    public static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder, Owner);
        }
    }

    /// <summary>Makes an empty file that nobody but its owner may read, where it is not there.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    public static void MakeFile(string path)
    {
        // Be it a folder: what cannot be opened, SQLite tells better.
        if (OperatingSystem.IsWindows() || Path.Exists(path))
        {
            return;
        }

        try
        {
            using var file = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was quicker.
        }
    }

    /// <summary>Whether others on this machine may look into the folder, which holds people and their keys.</summary>
    /// <returns>What to do, as a sentence; null if nobody else may, or it cannot be told.</returns>
    public static string? Openness(string folder)
    {
        try
        {
            return !OperatingSystem.IsWindows() && (File.GetUnixFileMode(folder) & Others) != 0
                ? $"Others on this machine may look into {folder}, which holds people and keys: 'chmod 700 {folder}' keeps them out."
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Creates the folder and tries to write there, so that a wrong one is noticed at the start.</summary>
    /// <returns>What is wrong with it, as a sentence; null if it can be used.</returns>
    public static string? Prepare(string folder)
    {
        try
        {
            Make(folder);
            string probe = Path.Combine(folder, $".drape-{Guid.NewGuid():N}");
            using var file = new FileStream(
                probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return $"Drape cannot keep anything in {folder}: {e.Message.TrimEnd('.')}. Choose another folder with "
                + $"--home or {Variable}.";
        }
    }
}
