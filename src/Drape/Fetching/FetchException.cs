namespace Drape.Fetching;

/// <summary>Why a URL was not fetched.</summary>
public enum FetchError
{
    /// <summary>Not an absolute http or https URL.</summary>
    NotAUrl,

    /// <summary>It leads to an address inside a private network or of the machine itself.</summary>
    ForbiddenAddress,

    /// <summary>No such host, no connection, or a broken transfer.</summary>
    Unreachable,

    /// <summary>The other server answered with an error status.</summary>
    Refused,

    /// <summary>More redirects than are followed.</summary>
    TooManyRedirects,

    /// <summary>It took longer than is waited for.</summary>
    TimedOut,

    /// <summary>The content is larger than is fetched.</summary>
    TooManyBytes,
}

/// <summary>A URL cannot be fetched. The message is for the person who gave it.</summary>
public sealed class FetchException(FetchError error, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>The kind of error, for programs.</summary>
    public FetchError Error { get; } = error;
}
