using Drape.Server.People;
using Drape.Store.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Drape.Server.Pages.Account.Settings;

/// <summary>What the pages of one's own account have in common.</summary>
static class SettingsPage
{
    /// <summary>Shows a page about who is signed in; somebody whose account is gone has to sign in anew.</summary>
    public static async Task<IActionResult> ShowAsync(this PageModel page, Visitor visitor, Action<Person> show)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return page.Challenge();
        }

        show(person);
        return page.Page();
    }
}
