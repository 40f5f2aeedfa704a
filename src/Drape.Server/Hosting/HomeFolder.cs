namespace Drape.Server.Hosting;

/// <summary>The folder for what is kept. It is made ready at the start, so that a wrong one is noticed there.</summary>
static class HomeFolder
{
    /// <summary>Creates the folder and tries to write there.</summary>
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
                + "--home or DRAPE_HOME.";
        }
    }
}
