namespace Drape.Fetching;

/// <summary>What fetching a user's URL may cost and where it may lead.</summary>
public sealed record FetchLimits
{
    /// <summary>5 redirects, 10 seconds, 20 MB, public addresses only.</summary>
    public static FetchLimits Default { get; } = new();

    /// <summary>Redirects followed.</summary>
    public int Redirects { get; init; } = 5;

    /// <summary>Time for everything, from the name's look-up to the last byte.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes of content read at most.</summary>
    public long Bytes { get; init; } = 20_000_000;

    /// <summary>Whether addresses of private networks and of this machine are allowed.</summary>
    public bool AllowPrivateAddresses { get; init; }
}
