using System.Text.Json;

namespace Drape.Server.Looks;

/// <summary>
/// Where a page can be shared to: plain addresses, so that no script of another site runs here. KakaoTalk needs the key of an
/// app that is registered with Kakao (the setting <c>Share:KakaoKey</c>); without it it is not offered.
/// </summary>
sealed class ShareLinks(IConfiguration configuration)
{
    const string KakaoSetting = "Share:KakaoKey";

    /// <summary>The places, by name: X, Facebook, and Kakao where it is set up.</summary>
    /// <param name="page">The page's whole address.</param>
    /// <param name="text">What is said of it.</param>
    public IReadOnlyList<(string Name, string Address)> Of(string page, string text)
    {
        var places = new List<(string, string)>
        {
            ("X", $"https://x.com/intent/post?url={Uri.EscapeDataString(page)}&text={Uri.EscapeDataString(text)}"),
            ("Facebook", $"https://www.facebook.com/sharer/sharer.php?u={Uri.EscapeDataString(page)}"),
        };
        if (configuration[KakaoSetting] is { Length: > 0 } key)
        {
            string what = JsonSerializer.Serialize(new Dictionary<string, string> { ["link_ver"] = "4.0", ["request_url"] = page });
            places.Add(("Kakao", $"https://sharer.kakao.com/picker/link?app_key={Uri.EscapeDataString(key)}"
                + $"&validation_action=scrap&validation_params={Uri.EscapeDataString(what)}"));
        }

        return places;
    }
}
