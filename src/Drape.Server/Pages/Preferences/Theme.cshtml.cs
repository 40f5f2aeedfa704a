using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Drape.Server.Pages.Preferences;

/// <summary>Keeps light or dark; there is nothing to see.</summary>
sealed class ThemeModel : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost(string? theme, string? returnUrl)
    {
        if (theme is not null && Themes.All.Contains(theme))
        {
            Response.Keep(Themes.Cookie, theme);
        }

        return this.Back(returnUrl);
    }
}
