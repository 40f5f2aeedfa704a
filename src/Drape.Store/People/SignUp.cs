namespace Drape.Store.People;

/// <summary>Somebody who wants an account and has not confirmed the address yet.</summary>
public sealed record SignUp
{
    /// <summary>The number in the database; 0 while it is new.</summary>
    public long Id { get; init; }

    /// <summary>The address to confirm.</summary>
    public required string Email { get; init; }

    /// <summary>The name that others will see.</summary>
    public required string Name { get; init; }

    /// <summary>The hash of the password that was chosen.</summary>
    public required string PasswordHash { get; init; }

    /// <summary>The language of the pages.</summary>
    public required string Language { get; init; }
}
