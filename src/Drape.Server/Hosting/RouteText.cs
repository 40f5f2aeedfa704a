namespace Drape.Server.Hosting;

/// <summary>Parts of an address as people write them.</summary>
static class RouteText
{
    /// <summary>A part as it was meant: of all that was escaped, a path keeps / as it came.</summary>
    public static string Decoded(string part) => part.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    /// <summary>A path for people; one that would break out of its line stays escaped.</summary>
    public static string Shown(PathString path) =>
        path.Value is { } text && !text.Any(char.IsControl) ? Decoded(text) : path.ToUriComponent();
}
