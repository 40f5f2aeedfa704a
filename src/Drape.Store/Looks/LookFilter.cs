namespace Drape.Store.Looks;

/// <summary>Which looks are listed.</summary>
public sealed record LookFilter
{
    /// <summary>Where they are from.</summary>
    public LookScope Scope { get; init; }

    /// <summary>Of this style; of any if null.</summary>
    public string? Style { get; init; }

    /// <summary>Of the person with this handle; of anybody if null.</summary>
    public string? Handle { get; init; }
}

/// <summary>Where listed looks are from.</summary>
public enum LookScope
{
    /// <summary>All that are for everybody.</summary>
    Public,

    /// <summary>All that the viewer may see.</summary>
    Visible,

    /// <summary>Those of the people whom the viewer follows.</summary>
    Following,

    /// <summary>The viewer's own.</summary>
    Own,

    /// <summary>What the viewer put among the scraps.</summary>
    Scrapped,
}
