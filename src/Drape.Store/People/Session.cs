namespace Drape.Store.People;

/// <summary>A browser in which somebody is signed in.</summary>
/// <param name="Id">Its number in the database.</param>
/// <param name="Device">What the browser calls itself; null if it says nothing.</param>
/// <param name="Address">From where it was last seen.</param>
/// <param name="CreatedAt">When it signed in.</param>
/// <param name="SeenAt">When it was last seen, to some minutes.</param>
public sealed record Session(long Id, string? Device, string? Address, DateTimeOffset CreatedAt, DateTimeOffset SeenAt);

/// <summary>What a new session begins with.</summary>
/// <param name="Person">Who signs in.</param>
/// <param name="Ticket">What the server wants to know of it again.</param>
/// <param name="ExpiresAt">When it ends by itself.</param>
/// <param name="Device">What the browser calls itself.</param>
/// <param name="Address">Where it is.</param>
public sealed record NewSession(
    long Person, ReadOnlyMemory<byte> Ticket, DateTimeOffset ExpiresAt, string? Device, string? Address);
