using Drape.Store.People;

namespace Drape.Server.People;

/// <summary>A browser in which one is signed in.</summary>
public sealed record SessionAnswer
{
    /// <summary>Its number.</summary>
    public required long Id { get; init; }

    /// <summary>What the browser says it is; left out if it says nothing.</summary>
    public string? Device { get; init; }

    /// <summary>The address from which it was last seen; left out where it is not known.</summary>
    public string? Address { get; init; }

    /// <summary>When one signed in there, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last seen, in UTC, to five minutes.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>Whether it is the one that asks.</summary>
    public required bool Here { get; init; }

    internal static SessionAnswer Of(Session session, long? here) => new()
    {
        Id = session.Id,
        Device = session.Device,
        Address = session.Address,
        CreatedAt = session.CreatedAt,
        SeenAt = session.SeenAt,
        Here = session.Id == here,
    };
}

/// <summary>The browsers in which one is signed in.</summary>
/// <param name="Sessions">The last seen first.</param>
public sealed record SessionList(IReadOnlyList<SessionAnswer> Sessions);
