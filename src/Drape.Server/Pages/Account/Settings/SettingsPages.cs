namespace Drape.Server.Pages.Account.Settings;

/// <summary>The pages of one's own account, in their order.</summary>
static class SettingsPages
{
    /// <summary>Where each is, and its name's key in <see cref="AccountTexts"/>.</summary>
    public static IReadOnlyList<(string Address, string Text)> All { get; } =
    [
        ("/account/settings", "Profile"),
        ("/account/settings/email", "Email"),
        ("/account/settings/security", "Security"),
        ("/account/settings/sessions", "Sessions"),
        ("/account/settings/keys", "Keys"),
        ("/account/settings/data", "Data"),
    ];
}
