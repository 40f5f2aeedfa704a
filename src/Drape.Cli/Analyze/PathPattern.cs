using System.IO.Enumeration;

namespace Drape.Cli.Analyze;

/// <summary>Paths with <c>*</c>, <c>?</c> and <c>**</c>, for shells that do not open them up themselves.</summary>
static class PathPattern
{
    static readonly bool IgnoreCase = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS();

    public static bool IsPattern(string path) => path.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>The files and folders that match, sorted; none where its fixed beginning is not there.</summary>
    public static (IReadOnlyList<string> Files, IReadOnlyList<string> Folders) Find(string pattern)
    {
        string[] parts = pattern.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        int wild = Array.FindIndex(parts, IsPattern);
        string start = string.Join(Path.DirectorySeparatorChar, parts[..wild]);
        if (wild > 0 && start.Length == 0)
        {
            start = Path.DirectorySeparatorChar.ToString();
        }

        var files = new SortedSet<string>(StringComparer.Ordinal);
        var folders = new SortedSet<string>(StringComparer.Ordinal);
        Walk(start, parts.AsSpan(wild), files, folders);
        return ([.. files], [.. folders]);
    }

    static void Walk(string folder, ReadOnlySpan<string> parts, SortedSet<string> files, SortedSet<string> folders)
    {
        string here = folder.Length == 0 ? "." : folder;
        if (!Directory.Exists(here))
        {
            return;
        }

        string part = parts[0];
        bool last = parts.Length == 1;
        if (part == "**")
        {
            if (last)
            {
                folders.Add(here); // all of it
                return;
            }

            Walk(folder, parts[1..], files, folders); // no folder in between ...
            foreach (string inner in Directory.EnumerateDirectories(here))
            {
                if (!Path.GetFileName(inner).StartsWith('.')
                    && !File.GetAttributes(inner).HasFlag(FileAttributes.ReparsePoint))
                {
                    Walk(Path.Combine(folder, Path.GetFileName(inner)), parts, files, folders); // ... or one more
                }
            }

            return;
        }

        if (last)
        {
            files.UnionWith(Matching(Directory.EnumerateFiles(here), folder, part));
            folders.UnionWith(Matching(Directory.EnumerateDirectories(here), folder, part));
            return;
        }

        foreach (string inner in Matching(Directory.EnumerateDirectories(here), folder, part))
        {
            Walk(inner, parts[1..], files, folders);
        }
    }

    static IEnumerable<string> Matching(IEnumerable<string> paths, string folder, string part) => paths
        .Select(path => Path.GetFileName(path))
        .Where(name => FileSystemName.MatchesSimpleExpression(part, name, IgnoreCase)
            && (!name.StartsWith('.') || part.StartsWith('.')))
        .Select(name => Path.Combine(folder, name));
}
