using Drape.Server.People;
using Drape.Store;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Drape.Server.Pages.Preferences;

/// <summary>Keeps a language; there is nothing to see.</summary>
sealed class LanguageModel(Visitor visitor, DrapeStore store) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync(string? language, string? returnUrl, CancellationToken cancellation)
    {
        if (language is not null && Languages.All.Contains(language))
        {
            Response.Keep(Languages.Cookie, language);
            if (await visitor.PersonAsync() is { Language: not null } person)
            {
                await store.People.UpdateAsync(person with { Language = language }, cancellation);
            }
        }

        return this.Back(returnUrl);
    }
}
