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

    /// <summary>Creates the folder and tries to write there, so that a wrong one is noticed at the start.</summary>
    /// <returns>What is wrong with it, as a sentence; null if it can be used.</returns>
    public static string? Prepare(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
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
