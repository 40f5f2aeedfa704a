using Drape.Store.Blobs;

namespace Drape.Store.People;

/// <summary>A row of the table person, as it is read.</summary>
sealed class PersonRow
{
    /// <summary>The columns, of a select or of what is returned.</summary>
    public const string Columns = """
        id as Id, handle as Handle, name as Name, email as Email, picture as Picture, language as Language, units as Units,
        gender as Gender, administrator as Administrator, password_hash as PasswordHash, stamp as Stamp,
        two_factor as TwoFactor, authenticator_key as AuthenticatorKey, failures as Failures, locked_until as LockedUntil,
        created_at as CreatedAt, version as Version
        """;

    public long Id { get; init; }

    public string Handle { get; init; } = "";

    public string Name { get; init; } = "";

    public string? Email { get; init; }

    public string? Picture { get; init; }

    public string? Language { get; init; }

    public string Units { get; init; } = "";

    public string? Gender { get; init; }

    public bool Administrator { get; init; }

    public string? PasswordHash { get; init; }

    public string Stamp { get; init; } = "";

    public bool TwoFactor { get; init; }

    public string? AuthenticatorKey { get; init; }

    public int Failures { get; init; }

    public DateTimeOffset? LockedUntil { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public int Version { get; init; }

    public static string Word(Units units) => units == People.Units.Imperial ? "imperial" : "metric";

    public Person ToPerson() => new()
    {
        Id = Id,
        Handle = Handle,
        Name = Name,
        Email = Email,
        Picture = Picture is null ? null : BlobKey.Parse(Picture),
        Language = Language,
        Units = Units == "imperial" ? People.Units.Imperial : People.Units.Metric,
        Gender = Gender,
        Administrator = Administrator,
        CreatedAt = CreatedAt,
        Version = Version,
        Credentials = new Credentials
        {
            PasswordHash = PasswordHash,
            Stamp = Stamp,
            TwoFactor = TwoFactor,
            AuthenticatorKey = AuthenticatorKey,
            Failures = Failures,
            LockedUntil = LockedUntil,
        },
    };
}
