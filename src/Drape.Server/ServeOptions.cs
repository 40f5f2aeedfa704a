namespace Drape.Server;

/// <summary>What a person may say when starting the server; everything else comes from the configuration.</summary>
public sealed record ServeOptions
{
    /// <summary>Where to listen, separated by semicolons; <see cref="DrapeServer.DefaultUrl"/> if null.</summary>
    public string? Urls { get; init; }

    /// <summary>The folder that holds what is kept; it is made if it is not there. If null, DRAPE_HOME or the user's data
    /// folder.</summary>
    public string? Home { get; init; }

    /// <summary>
    /// Whether to show people, closets, looks and a catalog that Drape draws, in a folder <c>demo</c> of the home, which is all that
    /// it touches.
    /// </summary>
    public bool Demo { get; init; }
}
