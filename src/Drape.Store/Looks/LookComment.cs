namespace Drape.Store.Looks;

/// <summary>What somebody says to a look.</summary>
/// <param name="Id">Its number; a later one has a higher number.</param>
/// <param name="Look">The look.</param>
/// <param name="Author">Who says it.</param>
/// <param name="Text">What is said.</param>
/// <param name="CreatedAt">When, in UTC.</param>
/// <param name="HiddenAt">Since when a moderator keeps it from others; null while nobody does.</param>
public sealed record LookComment(
    long Id, long Look, Member Author, string Text, DateTimeOffset CreatedAt, DateTimeOffset? HiddenAt);
