namespace Drape.Cli.Analyze;

/// <summary>Where paths lead when links are followed, those among their folders, too.</summary>
sealed class RealPaths
{
    // As many as Linux follows; more are a ring.
    const int MostLinks = 40;

    readonly Dictionary<string, string> _folders = [];

    /// <summary>The path without links; what is not there yet stays as it is called.</summary>
    public string Of(string path) => Of(Path.GetFullPath(path), MostLinks);

    string Of(string path, int links)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }

        if (!_folders.TryGetValue(parent, out string? folder))
        {
            _folders[parent] = folder = Of(parent, links);
        }

        string here = Path.Combine(folder, Path.GetFileName(path));
        return links > 0 && new FileInfo(here).LinkTarget is { } target
            ? Of(Path.GetFullPath(Path.Combine(folder, target)), links - 1) : here;
    }
}
