using System.Diagnostics.CodeAnalysis;

namespace Drape.Store.Photos;

/// <summary>The rule for the URL that a saved photo came from.</summary>
public static class PhotoSource
{
    const int Longest = 2000; // what an index of PostgreSQL can hold

    /// <summary>
    /// A URL as it is kept: in its one spelling (a server's name in small letters, no usual port), without the fragment,
    /// which is never sent.
    /// </summary>
    /// <param name="url">What was given.</param>
    /// <param name="source">The URL as it is kept.</param>
    /// <returns>Whether it is a URL of the web of at most 2000 characters.</returns>
    public static bool TryParse([NotNullWhen(true)] string? url, [NotNullWhen(true)] out string? source)
    {
        source = Uri.TryCreate(url, UriKind.Absolute, out var location)
            && (location.Scheme == Uri.UriSchemeHttp || location.Scheme == Uri.UriSchemeHttps)
            ? location.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped) : null;
        source = source?.Length <= Longest ? source : null;
        return source is not null;
    }

    /// <summary>Refuses what is no URL as it is kept.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    internal static string Checked(string source) => TryParse(source, out string? kept) && kept == source
        ? source : throw new ArgumentException(
            $"A photo's source is a URL that begins with http:// or https:// and has at most {Longest} characters.");
}
