namespace Drape.Cli.Analyze;

/// <summary>What lies in a folder.</summary>
/// <param name="Files">The paths of its files.</param>
/// <param name="Folders">The paths of the folders in it, and of the links to folders.</param>
sealed record FolderContent(string[] Files, string[] Folders)
{
    /// <summary>The folders without the links: a link may lead back to where we came from.</summary>
    public IEnumerable<string> OwnFolders => Folders.Where(folder => !IsLink(folder));

    /// <summary>Looks into a folder; null where it cannot be opened.</summary>
    public static FolderContent? Of(string folder)
    {
        try
        {
            return new FolderContent(Directory.GetFiles(folder), Directory.GetDirectories(folder));
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return null;
        }
    }

    static bool IsLink(string folder)
    {
        try
        {
            return File.GetAttributes(folder).HasFlag(FileAttributes.ReparsePoint);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return false; // opening it will fail, too, and that is told
        }
    }
}
