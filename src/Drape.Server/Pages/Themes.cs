namespace Drape.Server.Pages;

/// <summary>Light or dark, as the system has it or as somebody chose.</summary>
static class Themes
{
    public const string System = "system";

    /// <summary>The cookie that keeps a choice.</summary>
    public const string Cookie = "drape-theme";

    public static IReadOnlyList<string> All { get; } = [System, "light", "dark"];

    /// <summary>What was chosen; null for the system's.</summary>
    public static string? Chosen(HttpRequest request) => request.Cookies[Cookie] is "light" or "dark"
        ? request.Cookies[Cookie] : null;
}
