using Drape.Store.People;

namespace Drape.Server.People;

/// <summary>A person as they see themselves.</summary>
public sealed record PersonAnswer
{
    /// <summary>The name in addresses.</summary>
    public required string Handle { get; init; }

    /// <summary>The name that others see.</summary>
    public required string Name { get; init; }

    /// <summary>The confirmed address; left out if there is none.</summary>
    public string? Email { get; init; }

    /// <summary>Where the picture is; left out if there is none.</summary>
    public string? Picture { get; init; }

    /// <summary>The language of the pages; left out for the browser's.</summary>
    public string? Language { get; init; }

    /// <summary>metric or imperial.</summary>
    public required string Units { get; init; }

    /// <summary>The gender in the person's own words; left out if they did not say.</summary>
    public string? Gender { get; init; }

    /// <summary>Whether this person looks after the server.</summary>
    public required bool Administrator { get; init; }

    internal static PersonAnswer Of(Person person) => new()
    {
        Handle = person.Handle,
        Name = person.Name,
        Email = person.Email,
        Picture = PictureOf(person),
        Language = person.Language,
        Units = UnitWords.Of(person.Units),
        Gender = person.Gender,
        Administrator = person.Administrator,
    };

    /// <summary>Where a person's picture is; another picture has another address, so that browsers may keep it.</summary>
    internal static string? PictureOf(Person person) =>
        person.Picture is { } key ? $"/people/{person.Handle}/picture?v={key.ToString()[..12]}" : null;
}
