using Drape.Server.People;
using Drape.Server.People.SignIn;
using Drape.Store;
using Drape.Store.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Drape.Server.Pages.Account;

/// <summary>
/// Makes the account of a confirmed address. Only a press of the button does, not the link: mail programs look at links by
/// themselves.
/// </summary>
sealed class ConfirmModel(DrapeStore store, SignUpCookie cookie, TryLimits limits, IPasswordHasher<IdentityPerson> hasher,
    SignInManager<IdentityPerson> signIn, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public bool Found => Email is not null;

    public string? Email { get; private set; }

    public bool AsksPassword { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation) => await FindAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } signUp)
        {
            return Page();
        }

        if (AsksPassword && !IsRight(signUp))
        {
            ModelState.AddModelError(nameof(Password), texts["Confirm.WrongPassword"]);
            return Page();
        }

        var person = await store.People.CreateAsync(new NewPerson
        {
            Name = signUp.Name,
            Email = signUp.Email,
            PasswordHash = signUp.PasswordHash,
            Language = signUp.Language,
        }, cancellation);
        await store.SignUps.EndAsync(signUp.Email, cancellation);
        cookie.Take(Response);
        if (person is null)
        {
            return RedirectToPage("/Account/SignIn"); // confirmed twice
        }

        await signIn.SignInAsync(new IdentityPerson(person), isPersistent: true);
        TempData["Done"] = "Confirm.Done";
        return RedirectToPage("/Account/Settings/Index");
    }

    bool IsRight(SignUp signUp) => !string.IsNullOrEmpty(Password) && limits.MaySignIn(HttpContext, signUp.Email)
        && hasher.VerifyHashedPassword(null!, signUp.PasswordHash, Password) != PasswordVerificationResult.Failed;

    async Task<SignUp?> FindAsync(CancellationToken cancellation)
    {
        var signUp = string.IsNullOrEmpty(Code) ? null : await store.SignUps.FindAsync(Code, cancellation);
        Email = signUp?.Email;
        AsksPassword = signUp is not null && !cookie.Knows(Request, signUp.Id);
        return signUp;
    }
}
