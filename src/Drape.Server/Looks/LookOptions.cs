using Drape.Store.Looks;

namespace Drape.Server.Looks;

/// <summary>How much one person may post: the configuration's section <c>Looks</c>.</summary>
sealed record LookOptions
{
    public const string Section = "Looks";

    /// <summary>Looks that a person may have, deleted ones included for their 30 days.</summary>
    public int MostLooks { get; init; } = 1000;

    /// <summary>Looks that a person may post in 24 hours.</summary>
    public int LooksADay { get; init; } = 30;

    /// <summary>Comments that a person may write in an hour.</summary>
    public int CommentsAnHour { get; init; } = 60;

    /// <summary>Reports that a person may make in 24 hours.</summary>
    public int ReportsADay { get; init; } = 30;

    public bool IsValid => MostLooks >= 1 && LooksADay >= 1 && CommentsAnHour >= 1 && ReportsADay >= 1;

    public LookLimits Limits => new(MostLooks, LooksADay, CommentsAnHour, ReportsADay);
}
