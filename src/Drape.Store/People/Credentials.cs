namespace Drape.Store.People;

/// <summary>What signs a person in; never shown, exported or logged.</summary>
public sealed record Credentials
{
    /// <summary>The password's hash; null of somebody who signs in with another service only.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Changes with every secret, so that what was made for an older one is worth nothing.</summary>
    public required string Stamp { get; init; }

    /// <summary>Whether a code of an authenticator is asked for, too.</summary>
    public bool TwoFactor { get; init; }

    /// <summary>The secret that the authenticator shares.</summary>
    public string? AuthenticatorKey { get; init; }

    /// <summary>Wrong tries since the last right one.</summary>
    public int Failures { get; init; }

    /// <summary>Until when nothing signs in; null if nothing hinders.</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>Nothing of it, wherever it is written.</summary>
    public override string ToString() => nameof(Credentials);
}
