namespace Drape.Server.Pages.Account.Settings;

/// <summary>A browser and its system in words that people know, from what it calls itself.</summary>
static class DeviceName
{
    // In this order: nearly all call themselves by the names of those before them, too.
    static readonly (string Sign, string Name)[] Browsers =
    [
        ("KAKAOTALK", "KakaoTalk"), ("SamsungBrowser/", "Samsung Internet"), ("Whale/", "Whale"), ("Edg", "Edge"),
        ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    static readonly (string Sign, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "macOS"),
        ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    /// <summary>As "Firefox, Linux"; null if it is not known.</summary>
    public static string? Of(string? device)
    {
        string?[] names = [Find(Browsers, device), Find(Systems, device)];
        string name = string.Join(", ", names.Where(n => n is not null));
        return name.Length > 0 ? name : null;
    }

    static string? Find((string Sign, string Name)[] known, string? device) =>
        known.FirstOrDefault(k => device?.Contains(k.Sign, StringComparison.Ordinal) == true).Name;
}
