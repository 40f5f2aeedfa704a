using System.Globalization;
using Drape.Server.People;
using Drape.Server.People.Mail;
using Drape.Server.People.SignIn;
using Drape.Store;
using Drape.Store.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Drape.Server.Pages.Account;

/// <summary>Takes a wish for an account. The account is made when the address is confirmed; until then nothing tells whether
/// the address has one.</summary>
sealed class SignUpModel(DrapeStore store, PostOffice post, TryLimits limits, PasswordRules rules, SignUpCookie cookie,
    IPasswordHasher<IdentityPerson> hasher, IStringLocalizer<AccountTexts> texts) : PageModel
{
    /// <summary>How long there is to confirm an address.</summary>
    static readonly TimeSpan Life = TimeSpan.FromDays(1);

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? this.Back(null) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        string? name = ProfileRules.Name(Name);
        string email = Email?.Trim() ?? "";
        if (name is null)
        {
            ModelState.AddModelError(nameof(Name), texts["Name.Wrong"]);
        }

        if (!EmailAddress.IsRight(email))
        {
            ModelState.AddModelError(nameof(Email), texts["Email.Wrong"]);
        }

        if (await rules.FaultAsync(Password, email, name) is { } fault)
        {
            ModelState.AddModelError(nameof(Password), texts[fault]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!limits.MayAskForLetter(HttpContext))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.AddModelError("", texts["TooMany"]);
            return Page();
        }

        long id = await store.SignUps.KeepAsync(new SignUp
        {
            Email = email,
            Name = name!,
            PasswordHash = hasher.HashPassword(null!, Password!),
            Language = Languages.Of(CultureInfo.CurrentUICulture),
        }, Life, cancellation);
        if (limits.MaySendTo(email))
        {
            await post.PostAsync(Letters.Confirm, email, cancellation, signUp: id);
        }

        cookie.Give(Response, id, Life);
        return RedirectToPage("/Account/CheckMail", new { about = "sign-up" });
    }
}
