using Drape.Colours;

namespace Drape.Store.Closets;

/// <summary>Which pieces are wanted; what is null does not matter.</summary>
public sealed record ClosetFilter
{
    /// <summary>Every piece that is in the closet.</summary>
    public static ClosetFilter All { get; } = new();

    /// <summary>What it is, as "t-shirt".</summary>
    public string? Type { get; init; }

    /// <summary>Its main colour.</summary>
    public string? Colour { get; init; }

    /// <summary>Its pattern.</summary>
    public string? Pattern { get; init; }

    /// <summary>A season that it is for; what is for all of them is found with each.</summary>
    public string? Season { get; init; }

    /// <summary>Not worn on this day or later, and had before it.</summary>
    public DateOnly? NotWornSince { get; init; }

    /// <summary>Words that all have to be there: in its name, brand, notes, or what it is, in English or Korean.</summary>
    public string? Words { get; init; }

    /// <summary>A colour that it has, the nearest first.</summary>
    public OkLab? Near { get; init; }

    /// <summary>Only those that may be the same as another one.</summary>
    public bool Doubtful { get; init; }

    /// <summary>Those in the bin instead of those in the closet.</summary>
    public bool Deleted { get; init; }
}
