namespace Drape.Store.Looks;

/// <summary>Where in the leaderboard a look stands, as its author says; nobody guesses it from a photo.</summary>
public enum LookSection
{
    /// <summary>In none of the two: it counts among all looks only.</summary>
    Open,

    /// <summary>Women's looks.</summary>
    Women,

    /// <summary>Men's looks.</summary>
    Men,
}
