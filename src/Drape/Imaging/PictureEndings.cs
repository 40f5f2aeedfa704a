namespace Drape.Imaging;

/// <summary>The endings of files that are looked into when a folder is given.</summary>
public static class PictureEndings
{
    static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".gif", ".avif",
    };

    /// <summary>Every ending, with its dot, the most usual first.</summary>
    public static IReadOnlyCollection<string> All => Endings;

    /// <summary>Whether a file's name ends as pictures do.</summary>
    public static bool Has(string path) => Endings.Contains(Path.GetExtension(path));
}
