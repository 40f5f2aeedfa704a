namespace Drape.Cli.Analyze;

/// <summary>The endings of files that are looked into when a folder is given.</summary>
static class PictureEndings
{
    static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".gif", ".avif",
    };

    public static bool Has(string path) => Endings.Contains(Path.GetExtension(path));
}
