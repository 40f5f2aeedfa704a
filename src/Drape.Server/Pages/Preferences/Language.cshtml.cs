using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Drape.Server.Pages.Preferences;

/// <summary>Keeps a language; there is nothing to see.</summary>
sealed class LanguageModel : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost(string? language, string? returnUrl)
    {
        if (language is not null && Languages.All.Contains(language))
        {
            Response.Keep(Languages.Cookie, language);
        }

        return this.Back(returnUrl);
    }
}
