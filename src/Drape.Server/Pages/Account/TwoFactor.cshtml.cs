using Drape.Server.People;
using Drape.Server.People.SignIn;
using Drape.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Drape.Server.Pages.Account;

/// <summary>The second step: a code of the authenticator, or one of the recovery codes.</summary>
sealed class TwoFactorModel(SignInManager<IdentityPerson> signIn, UserManager<IdentityPerson> people, DrapeStore store, TryLimits limits,
    IStringLocalizer<AccountTexts> texts) : PageModel
{
    /// <summary>For how long Identity takes a code: its half minute and some before and after.</summary>
    static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(5);

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Recovery { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Remember { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("/Account/SignIn") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } account)
        {
            return RedirectToPage("/Account/SignIn");
        }

        if (!limits.MaySignIn(HttpContext, $"#{account.Person.Id}"))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.AddModelError("", texts["TooMany"]);
            return Page();
        }

        string code = new([.. (Code ?? "").Where(char.IsLetterOrDigit)]);
        if (await TryAsync(account, code, cancellation))
        {
            return this.Back(ReturnUrl);
        }

        ModelState.Remove(nameof(Code));
        Code = null;
        ModelState.AddModelError(nameof(Code), texts["TwoFactor.Wrong"]);
        return Page();
    }

    async Task<bool> TryAsync(IdentityPerson account, string code, CancellationToken cancellation)
    {
        if (Recovery)
        {
            if (await people.IsLockedOutAsync(account))
            {
                return false;
            }

            if ((await signIn.TwoFactorRecoveryCodeSignInAsync(code)).Succeeded)
            {
                return true;
            }

            await people.AccessFailedAsync(account); // which Identity leaves to us
            return false;
        }

        // Taken first, so that a code which somebody looks over a shoulder for is worth nothing after it was used.
        return await store.People.TakeCodeAsync(account.Person.Id, code, CodeLife, cancellation)
            && (await signIn.TwoFactorAuthenticatorSignInAsync(code, Remember, rememberClient: false)).Succeeded;
    }
}
