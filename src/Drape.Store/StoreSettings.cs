using Drape.Store.Databases;

namespace Drape.Store;

/// <summary>Where everything is kept.</summary>
public sealed record StoreSettings
{
    /// <summary>The folder of what is kept; SQLite's file <c>drape.db</c> lies in it. It is made if it is not there.</summary>
    public required string Home { get; init; }

    /// <summary>
    /// PostgreSQL, as <c>Host=...;Database=...</c> or <c>postgresql://user:password@host/database</c>; SQLite if null or
    /// empty.
    /// </summary>
    public string? Connection { get; init; }

    /// <summary>Whether opening would first make the database: SQLite's file is not there.</summary>
    public bool IsNew => string.IsNullOrWhiteSpace(Connection) && !File.Exists(Path.Combine(Home, SqliteDatabase.FileName));

    /// <summary>What answers a search.</summary>
    public IndexKind Index { get; init; }

    /// <summary>How long a writer to SQLite's file waits for another process that writes.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Reads the word that a configuration has for <see cref="Index"/>.</summary>
    /// <param name="word"><c>memory</c>, <c>pgvector</c>, or nothing for the first.</param>
    /// <exception cref="StoreException">It is another word.</exception>
    public static IndexKind IndexOf(string? word) => word?.Trim().ToUpperInvariant() switch
    {
        null or "" or "MEMORY" => IndexKind.Memory,
        "PGVECTOR" => IndexKind.Pgvector,
        _ => throw new StoreException($"Index:Kind is '{word}'; it is memory or pgvector."),
    };
}

/// <summary>What answers a search.</summary>
public enum IndexKind
{
    /// <summary>An exact scan in each process, filled from the database at the start.</summary>
    Memory,

    /// <summary>PostgreSQL's own index, by its extension pgvector.</summary>
    Pgvector,
}
