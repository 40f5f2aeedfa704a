using Drape.Server.People.Mail;
using Drape.Server.People.SignIn;
using Drape.Store.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Drape.Server.Pages.Account;

/// <summary>Takes a wish for a new password. Whether the address has an account is looked up when the letter is written.</summary>
sealed class ForgotModel(PostOffice post, TryLimits limits, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        string email = Email?.Trim() ?? "";
        if (!EmailAddress.IsRight(email))
        {
            ModelState.AddModelError(nameof(Email), texts["Email.Wrong"]);
            return Page();
        }

        if (!limits.MayAskForLetter(HttpContext))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.AddModelError("", texts["TooMany"]);
            return Page();
        }

        if (limits.MaySendTo(email))
        {
            await post.PostAsync(Letters.Reset, email, cancellation);
        }

        return RedirectToPage("/Account/CheckMail", new { about = "reset" });
    }
}
