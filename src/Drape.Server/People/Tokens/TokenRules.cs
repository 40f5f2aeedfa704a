namespace Drape.Server.People.Tokens;

/// <summary>What a key for a program may be called and how long it may last.</summary>
static class TokenRules
{
    public const int LongestName = 60;
    public const int MostDays = 3650;

    /// <summary>The name without spaces around it; null if it is none.</summary>
    public static string? Name(string? name) =>
        name?.Trim() is { Length: > 0 and <= LongestName } right ? right : null;

    /// <summary>When it ends; null if it does not.</summary>
    public static DateTimeOffset? End(int? days, DateTimeOffset now, out bool right)
    {
        right = days is null or (>= 1 and <= MostDays);
        return right && days is { } count ? now.AddDays(count) : null;
    }
}
