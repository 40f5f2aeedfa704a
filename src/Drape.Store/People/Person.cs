using Drape.Store.Blobs;

namespace Drape.Store.People;

/// <summary>Somebody with an account. All times are in UTC.</summary>
public sealed record Person
{
    /// <summary>The number in the database.</summary>
    public required long Id { get; init; }

    /// <summary>The name in addresses: 12 small letters and digits, made by chance.</summary>
    public required string Handle { get; init; }

    /// <summary>The name that others see.</summary>
    public required string Name { get; init; }

    /// <summary>A confirmed address; null of somebody who came from another service without one.</summary>
    public string? Email { get; init; }

    /// <summary>The picture, re-encoded and without what the camera wrote into it.</summary>
    public BlobKey? Picture { get; init; }

    /// <summary>The language of the pages, as "ko"; null for the browser's.</summary>
    public string? Language { get; init; }

    /// <summary>In what sizes and temperatures are told.</summary>
    public Units Units { get; init; }

    /// <summary>The gender in the person's own words; null if they did not say.</summary>
    public string? Gender { get; init; }

    /// <summary>Whether this person looks after the server.</summary>
    public bool Administrator { get; init; }

    /// <summary>When the account was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What signs in.</summary>
    public required Credentials Credentials { get; init; }

    /// <summary>Counts the changes; a change of an older state is refused.</summary>
    public int Version { get; init; } = 1;
}

/// <summary>In what sizes and temperatures are told.</summary>
public enum Units
{
    /// <summary>Centimetres, kilograms, degrees Celsius.</summary>
    Metric,

    /// <summary>Inches, pounds, degrees Fahrenheit.</summary>
    Imperial,
}
