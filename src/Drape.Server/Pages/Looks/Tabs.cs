namespace Drape.Server.Pages.Looks;

/// <summary>The tabs of the lookbook.</summary>
static class Tabs
{
    /// <summary>Each with where it is.</summary>
    public static IReadOnlyList<(string Tab, string Address)> All { get; } =
    [
        ("public", "/looks"), ("following", "/looks?scope=following"), ("leaderboard", "/leaderboard"),
        ("own", "/looks?scope=own"), ("scrapped", "/looks?scope=scrapped"),
    ];
}
