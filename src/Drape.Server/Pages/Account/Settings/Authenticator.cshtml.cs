using System.Text.Encodings.Web;
using Drape.Server.People;
using Drape.Server.People.Mail;
using Drape.Server.People.SignIn;
using Drape.Store;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Drape.Server.Pages.Account.Settings;

/// <summary>Pairs an authenticator app; the second step counts once a code of it was right.</summary>
sealed class AuthenticatorModel(Visitor visitor, UserManager<IdentityPerson> people, SignInManager<IdentityPerson> signIn,
    DrapeStore store, PostOffice post, IStringLocalizer<AccountTexts> texts) : PageModel
{
    const int Codes = 10;

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The QR code, as SVG.</summary>
    public IHtmlContent Picture { get; private set; } = HtmlString.Empty;

    /// <summary>The secret in groups of four, to be typed.</summary>
    public string SpacedKey { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        var account = new IdentityPerson(person);
        string code = new([.. (Code ?? "").Where(char.IsAsciiDigit)]);
        if (person.Credentials.TwoFactor || person.Credentials.AuthenticatorKey is null
            || !await people.VerifyTwoFactorTokenAsync(account, people.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            ModelState.Remove(nameof(Code));
            Code = null;
            ModelState.AddModelError(nameof(Code), texts["TwoFactor.Wrong"]);
            return await ShowAsync();
        }

        var codes = await people.GenerateNewTwoFactorRecoveryCodesAsync(account, Codes);
        if (!(await people.SetTwoFactorEnabledAsync(account, true)).Succeeded) // with a new stamp
        {
            TempData["Done"] = "Conflict";
            return RedirectToPage("/Account/Settings/Security");
        }

        await store.Sessions.EndAllAsync(person.Id, await SessionTickets.KeyOf(HttpContext), cancellation);
        await signIn.RefreshSignInAsync(account);
        await post.TellAsync(person, Letters.TwoFactorOn, cancellation);
        TempData["Codes"] = string.Join(' ', codes ?? []);
        return RedirectToPage("/Account/Settings/RecoveryCodes");
    }

    async Task<IActionResult> ShowAsync()
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        if (person.Credentials.TwoFactor)
        {
            return RedirectToPage("/Account/Settings/Security");
        }

        var account = new IdentityPerson(person);
        if (person.Credentials.AuthenticatorKey is null)
        {
            string stamp = person.Credentials.Stamp;
            account.Credentials = account.Credentials with { AuthenticatorKey = people.GenerateNewAuthenticatorKey(), Stamp = stamp };
            await people.UpdateAsync(account);
            visitor.Forget();
        }

        string key = account.Credentials.AuthenticatorKey!;
        string whose = person.Email ?? person.Name;
        Picture = QrPicture.Of($"otpauth://totp/Drape:{UrlEncoder.Default.Encode(whose)}?secret={key}&issuer=Drape&digits=6",
            texts["Authenticator.Picture"]);
        SpacedKey = string.Join(' ', key.ToLowerInvariant().Chunk(4).Select(letters => new string(letters)));
        return Page();
    }
}
