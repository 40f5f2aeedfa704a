namespace Drape.Server.Pages.Shared;

/// <summary>A line of a form: its label, its input, and what is wrong with it. The partial <c>_Field</c> draws it.</summary>
/// <param name="Name">The property that it binds to; also its id.</param>
/// <param name="Label">What it asks for.</param>
/// <param name="Type">The input's type.</param>
sealed record Field(string Name, string Label, string Type = "text")
{
    /// <summary>What stands in it.</summary>
    public string? Value { get; init; }

    /// <summary>What helps to fill it in.</summary>
    public string? Hint { get; init; }

    /// <summary>What browsers may fill in, as "current-password".</summary>
    public string? Autocomplete { get; init; }

    /// <summary>Whether it must not be empty.</summary>
    public bool Required { get; init; } = true;

    /// <summary>How many characters at most.</summary>
    public int MaxLength { get; init; } = 256;

    /// <summary>Which keys a phone shows, as "numeric".</summary>
    public string? Keys { get; init; }

    /// <summary>Whether the page begins here.</summary>
    public bool First { get; init; }
}
