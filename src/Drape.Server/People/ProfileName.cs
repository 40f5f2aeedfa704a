namespace Drape.Server.People;

/// <summary>The rule for the name that others see.</summary>
public static class ProfileName
{
    /// <summary>The name without spaces around it; null if it is none: 1 to 60 characters in one line.</summary>
    public static string? Of(string? name) => ProfileRules.Name(name);
}
