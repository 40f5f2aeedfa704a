using Drape.Server.Catalogs.Search;
using Drape.Server.Jobs;

namespace Drape.Server.Operations;

/// <summary>How the server is and what it keeps, for who looks after it. Times are in UTC.</summary>
public sealed record OperationsAnswer
{
    /// <summary>This process.</summary>
    public required HealthFigures Health { get; init; }

    /// <summary>The jobs.</summary>
    public required JobFigures Jobs { get; init; }

    /// <summary>The networks.</summary>
    public required IReadOnlyList<NetworkFigures> Networks { get; init; }

    /// <summary>The catalogs, by name.</summary>
    public required IReadOnlyList<CatalogFigures> Catalogs { get; init; }

    /// <summary>The finds that people followed to a shop most often in the last 30 days, at most 20.</summary>
    public required IReadOnlyList<ClickFigures> Clicks { get; init; }

    /// <summary>What searches are answered from; left out while it is filled.</summary>
    public IndexStatus? Index { get; init; }

    /// <summary>The people.</summary>
    public required PeopleFigures People { get; init; }

    /// <summary>What is kept, and where.</summary>
    public required StorageFigures Storage { get; init; }
}

/// <summary>How this process is.</summary>
public sealed record HealthFigures
{
    /// <summary>Whether photos are read and searches answered.</summary>
    public required bool Ready { get; init; }

    /// <summary>Drape's version.</summary>
    public required string Version { get; init; }

    /// <summary>When it started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Seconds since then.</summary>
    public required long UptimeSeconds { get; init; }

    /// <summary>Bytes of memory that it takes.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>Requests answered since it started.</summary>
    public required long Requests { get; init; }

    /// <summary>Those that it failed at.</summary>
    public required long FailedRequests { get; init; }

    /// <summary>Pictures that were read, drawn or cut out.</summary>
    public required long Pictures { get; init; }

    /// <summary>Pictures that cannot be read, as damaged ones.</summary>
    public required long UnreadablePictures { get; init; }

    /// <summary>Pictures at which it failed.</summary>
    public required long FailedPictures { get; init; }

    /// <summary>Pictures that were turned away because too many waited.</summary>
    public required long PicturesTurnedAway { get; init; }

    /// <summary>Pictures being worked on or waiting now.</summary>
    public required long PicturesNow { get; init; }
}

/// <summary>The jobs.</summary>
/// <param name="Running">Under way.</param>
/// <param name="Waiting">Not begun, or to be tried again.</param>
/// <param name="Failed">Failed for good.</param>
/// <param name="Worth">Those that are worth a look: under way, waiting, failed; at most 20 of each, the newest first.</param>
public sealed record JobFigures(long Running, long Waiting, long Failed, IReadOnlyList<JobAnswer> Worth);

/// <summary>A network.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Version">Its version.</param>
/// <param name="File">Its file.</param>
/// <param name="Precision"><c>int8</c> or <c>float32</c>.</param>
/// <param name="Sha256">What its file's SHA-256 should be.</param>
/// <param name="Loaded">Whether it is loaded, which it is only once its file was found to be that one.</param>
public sealed record NetworkFigures(string Name, string Version, string File, string Precision, string Sha256, bool Loaded);

/// <summary>A catalog.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Products">Products in it, without retired ones.</param>
/// <param name="Retired">Products that the shop no longer has.</param>
/// <param name="WithoutKinds">Products that were read before networks told kinds: import them anew and they are found better.</param>
/// <param name="ChangedAt">When a product of it was last added or changed.</param>
public sealed record CatalogFigures(string Name, long Products, long Retired, long WithoutKinds, DateTimeOffset? ChangedAt);

/// <summary>How often a find was followed to its shop; nobody keeps by whom.</summary>
/// <param name="Catalog">Its catalog.</param>
/// <param name="Product">Its id in the shop.</param>
/// <param name="Name">What the shop calls it; left out where it has no name, or is gone.</param>
/// <param name="Clicks">How often.</param>
public sealed record ClickFigures(string Catalog, string Product, string? Name, long Clicks);

/// <summary>The people.</summary>
/// <param name="All">All of them.</param>
/// <param name="Administrators">Those who look after the server.</param>
/// <param name="SignedIn">Those who are signed in somewhere.</param>
/// <param name="NewIn30Days">Those who came in the last 30 days.</param>
public sealed record PeopleFigures(long All, long Administrators, long SignedIn, long NewIn30Days);

/// <summary>What is kept, and where.</summary>
/// <param name="Database">Where the database is.</param>
/// <param name="DatabaseBytes">The bytes that it takes.</param>
/// <param name="Pictures">Pictures and other files that are kept.</param>
/// <param name="PictureBytes">Their bytes.</param>
/// <param name="PicturesCountedAt">When they were counted, which is done every few minutes.</param>
/// <param name="Home">The home folder.</param>
/// <param name="FreeBytes">Bytes that are free on its disk; left out where that cannot be told.</param>
/// <param name="DiskBytes">All bytes of that disk.</param>
public sealed record StorageFigures(string Database, long DatabaseBytes, long Pictures, long PictureBytes,
    DateTimeOffset PicturesCountedAt, string Home, long? FreeBytes, long? DiskBytes);

/// <summary>A person, as somebody who looks after the server sees them: nothing of what they keep.</summary>
/// <param name="Handle">The handle.</param>
/// <param name="Name">The name.</param>
/// <param name="Email">The address.</param>
/// <param name="Administrator">Whether they look after the server.</param>
/// <param name="TwoFactor">Whether a second step guards the account.</param>
/// <param name="LockedUntil">Until when nobody can sign in to it, after too many wrong tries.</param>
/// <param name="CreatedAt">When the account was made.</param>
public sealed record AccountFigures(string Handle, string Name, string? Email, bool Administrator, bool TwoFactor,
    DateTimeOffset? LockedUntil, DateTimeOffset CreatedAt);

/// <summary>A page of people.</summary>
/// <param name="People">The people, the newest first.</param>
/// <param name="Next">What <c>after</c> is for the next page; left out with the last one.</param>
public sealed record AccountPage(IReadOnlyList<AccountFigures> People, long? Next);
