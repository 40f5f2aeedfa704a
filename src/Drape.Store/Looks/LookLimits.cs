namespace Drape.Store.Looks;

/// <summary>How much one person may post.</summary>
/// <param name="Looks">Looks that are there, deleted ones included until they are forgotten.</param>
/// <param name="LooksADay">Looks in 24 hours.</param>
/// <param name="CommentsAnHour">Comments in an hour.</param>
/// <param name="ReportsADay">Reports in 24 hours.</param>
public sealed record LookLimits(int Looks, int LooksADay, int CommentsAnHour, int ReportsADay);
