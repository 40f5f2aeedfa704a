namespace Drape.Store.Looks;

/// <summary>Who looks, which decides what there is to see.</summary>
/// <param name="Person">Who is signed in; null for anybody else.</param>
/// <param name="Moderates">Whether they may see what was reported.</param>
public sealed record Viewer(long? Person, bool Moderates = false)
{
    /// <summary>Anybody, without an account.</summary>
    public static Viewer Anybody { get; } = new((long?)null);

    // No person has the number 0.
    internal long Number => Person ?? 0;
}
