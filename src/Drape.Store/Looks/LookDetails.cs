namespace Drape.Store.Looks;

/// <summary>What the author of a look says of it, and may change.</summary>
public sealed record LookDetails
{
    /// <summary>Characters of the text at most.</summary>
    public const int LongestText = 1000;

    /// <summary>What stands under it; null for nothing.</summary>
    /// <exception cref="ArgumentException">It is too long, or holds a character that is none.</exception>
    public string? Text
    {
        get;
        init => field = SpokenText.Of(value, LongestText, "A look's text");
    }

    /// <summary>Who may see it.</summary>
    public LookVisibility Visibility { get; init; }

    /// <summary>Where in the leaderboard it stands.</summary>
    public LookSection Section { get; init; }
}
