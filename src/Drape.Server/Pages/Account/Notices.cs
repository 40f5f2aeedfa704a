namespace Drape.Server.Pages.Account;

/// <summary>What a page tells of what was just done, by its key in <see cref="AccountTexts"/>.</summary>
static class Notices
{
    /// <summary>How a notice looks: "good", or "bad" where it did not work.</summary>
    public static string Look(string key) => key is "Conflict" or "Link.Gone" or "Services.Taken" ? "bad" : "good";
}
