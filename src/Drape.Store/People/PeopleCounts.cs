namespace Drape.Store.People;

/// <summary>How many people there are.</summary>
/// <param name="All">All of them.</param>
/// <param name="Administrators">Those who look after the server.</param>
/// <param name="SignedIn">Those who are signed in somewhere.</param>
/// <param name="New">Those who came since a day.</param>
public sealed record PeopleCounts(long All, long Administrators, long SignedIn, long New);
