using System.IO.Enumeration;

namespace Drape.Cli.Analyze;

/// <summary>What a pattern leads to.</summary>
sealed record PatternMatches
{
    /// <summary>Files that match.</summary>
    public SortedSet<string> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Folders that match.</summary>
    public SortedSet<string> Folders { get; } = new(StringComparer.Ordinal);

    /// <summary>Folders on the way that could not be looked into.</summary>
    public SortedSet<string> Unopened { get; } = new(StringComparer.Ordinal);
}

/// <summary>Paths with <c>*</c>, <c>?</c> and <c>**</c>, for shells that do not open them up themselves.</summary>
static class PathPattern
{
    static readonly bool IgnoreCase = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS();

    public static bool IsPattern(string path) => path.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>
    /// The files and folders that match, and those folders that could not be looked into, sorted; none where its fixed
    /// beginning is not there.
    /// </summary>
    public static PatternMatches Find(string pattern)
    {
        var (start, parts) = Split(pattern);
        var matches = new PatternMatches();
        if (start.Length == 0 || Directory.Exists(start))
        {
            Walk(start, parts, matches);
        }

        return matches;
    }

    /// <summary>The folder in which a pattern begins: what stands before its first wildcard.</summary>
    public static string Root(string pattern) => Split(pattern).Start is { Length: > 0 } start ? start : ".";

    static (string Start, string[] Wild) Split(string pattern)
    {
        string[] parts = pattern.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        int wild = Array.FindIndex(parts, IsPattern);
        string start = string.Join(Path.DirectorySeparatorChar, parts[..wild]);
        return (wild > 0 && start.Length == 0 ? Path.DirectorySeparatorChar.ToString() : start, parts[wild..]);
    }

    static void Walk(string folder, ReadOnlySpan<string> parts, PatternMatches matches)
    {
        string here = folder.Length == 0 ? "." : folder;
        if (FolderContent.Of(here) is not { } content)
        {
            matches.Unopened.Add(here);
            return;
        }

        string part = parts[0];
        bool last = parts.Length == 1;
        if (part == "**")
        {
            if (last)
            {
                matches.Folders.Add(here); // all of it
                return;
            }

            Walk(folder, parts[1..], matches); // no folder in between ...
            foreach (string inner in content.OwnFolders)
            {
                if (!Path.GetFileName(inner).StartsWith('.'))
                {
                    Walk(Path.Combine(folder, Path.GetFileName(inner)), parts, matches); // ... or one more
                }
            }

            return;
        }

        if (last)
        {
            matches.Files.UnionWith(Matching(content.Files, folder, part));
            matches.Folders.UnionWith(Matching(content.Folders, folder, part));
            return;
        }

        foreach (string inner in Matching(content.Folders, folder, part))
        {
            Walk(inner, parts[1..], matches);
        }
    }

    static IEnumerable<string> Matching(IEnumerable<string> paths, string folder, string part) => paths
        .Select(path => Path.GetFileName(path))
        .Where(name => FileSystemName.MatchesSimpleExpression(part, name, IgnoreCase)
            && (!name.StartsWith('.') || part.StartsWith('.')))
        .Select(name => Path.Combine(folder, name));
}
