using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Drape.Server.Pages.Account.Settings;

/// <summary>Shows recovery codes, once: nobody can read them from the store.</summary>
sealed class RecoveryCodesModel : PageModel
{
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (TempData["Codes"] is not string { Length: > 0 } codes)
        {
            return RedirectToPage("/Account/Settings/Security");
        }

        Codes = codes.Split(' ');
        return Page();
    }
}
