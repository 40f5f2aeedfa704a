using Drape.Server.People;
using Drape.Server.People.Mail;
using Drape.Server.People.SignIn;
using Drape.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Drape.Server.Pages.Account;

/// <summary>Takes a new password by the link of a letter, and ends every session.</summary>
sealed class ResetModel(DrapeStore store, UserManager<IdentityPerson> people, PasswordRules rules, PostOffice post,
    IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Whether the link is worth nothing any more.</summary>
    public bool Gone { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation) => await FindAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } account)
        {
            return Page();
        }

        if (await rules.FaultAsync(Password, account.Person.Email, account.Person.Name) is { } fault)
        {
            ModelState.AddModelError(nameof(Password), texts[fault]);
            return Page();
        }

        if (!(await people.ResetPasswordAsync(account, Code!, Password!)).Succeeded)
        {
            Gone = true;
            return Page();
        }

        await people.SetLockoutEndDateAsync(account, null);
        await people.ResetAccessFailedCountAsync(account);
        await store.Sessions.EndAllAsync(account.Person.Id, exceptKey: null, cancellation);
        await post.TellAsync(account.Person, Letters.PasswordChanged, cancellation);
        TempData["Done"] = "Reset.Done";
        return RedirectToPage("/Account/SignIn");
    }

    async Task<IdentityPerson?> FindAsync(CancellationToken cancellation)
    {
        var person = string.IsNullOrEmpty(Who) ? null : await store.People.FindByHandleAsync(Who, cancellation);
        var account = person is null ? null : new IdentityPerson(person);
        // Looked at before the form is shown: nobody thinks of a password for nothing.
        bool right = account is not null && Code is not null && await people.VerifyUserTokenAsync(
            account, people.Options.Tokens.PasswordResetTokenProvider, UserManager<IdentityPerson>.ResetPasswordTokenPurpose, Code);
        Gone = !right;
        return right ? account : null;
    }
}
