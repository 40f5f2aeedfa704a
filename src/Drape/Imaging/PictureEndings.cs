namespace Drape.Imaging;

/// <summary>The endings of files that are looked into when a folder is given.</summary>
public static class PictureEndings
{
    static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".gif", ".avif",
    };

    // Photos of phones: whoever has them in a folder is to hear of each that it cannot be read and how it could.
    static readonly HashSet<string> Unreadable = new(StringComparer.OrdinalIgnoreCase) { ".heic", ".heif" };

    /// <summary>Every ending of what can be read, with its dot, the most usual first.</summary>
    public static IReadOnlyCollection<string> All => Endings;

    /// <summary>Whether a file's name ends as photos do, be it one that will be refused.</summary>
    public static bool Has(string path) => Path.GetExtension(path) is { Length: > 0 } ending
        && (Endings.Contains(ending) || Unreadable.Contains(ending));
}
