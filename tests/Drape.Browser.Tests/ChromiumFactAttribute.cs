namespace Drape.Browser.Tests;

/// <summary>A test that needs Chromium; where there is none it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (!File.Exists(Chromium.Path))
        {
            Skip = $"There is no Chromium at {Chromium.Path}. Install it, or let CHROMIUM_PATH name it.";
        }
    }
}

/// <summary>Where Chromium is.</summary>
static class Chromium
{
    public static string Path { get; } =
        Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } path ? path : "/usr/bin/chromium";
}
