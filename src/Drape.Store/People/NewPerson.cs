namespace Drape.Store.People;

/// <summary>Somebody who gets an account.</summary>
public sealed record NewPerson
{
    /// <summary>The name that others see; 1 to 60 characters.</summary>
    public required string Name { get; init; }

    /// <summary>A confirmed address; null if there is none.</summary>
    public string? Email { get; init; }

    /// <summary>The password's hash; null for somebody who signs in with another service only.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>The language of the pages; null for the browser's.</summary>
    public string? Language { get; init; }

    /// <summary>The service and the service's own key for the person; null without one.</summary>
    public ExternalLogin? Login { get; init; }

    /// <summary>Whether to look after the server; the first of all does in any case.</summary>
    public bool Administrator { get; init; }
}

/// <summary>How another service knows a person.</summary>
/// <param name="Provider">The service, as "Kakao".</param>
/// <param name="Key">The person's key there.</param>
public sealed record ExternalLogin(string Provider, string Key);
