using Drape.Server.People;
using Drape.Server.People.Mail;
using Drape.Server.People.SignIn;
using Drape.Store;
using Drape.Store.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Drape.Server.Pages.Account.Settings;

/// <summary>The password, the second step, and other services.</summary>
sealed class SecurityModel(Visitor visitor, UserManager<IdentityPerson> people, SignInManager<IdentityPerson> signIn,
    PasswordDoor door, PasswordRules rules, DrapeStore store, PostOffice post, IStringLocalizer<AccountTexts> texts)
    : PageModel
{
    const int Codes = 10;

    public Person Person { get; private set; } = null!;

    public int CodesLeft { get; private set; }

    public IReadOnlyList<AuthenticationScheme> Services { get; private set; } = [];

    public IReadOnlyList<ExternalLogin> Logins { get; private set; } = [];

    /// <summary>Whether another way in is left without one of the services.</summary>
    public bool MayRemoveLogin => Logins.Count > 1 || Person.Credentials.PasswordHash is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation);

    public async Task<IActionResult> OnPostPasswordAsync(string? password, string? newPassword, CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        if (!await door.IsOwnerAsync(HttpContext, person, password))
        {
            return await RefuseAsync("Password", "Password.Wrong", cancellation);
        }

        if (await rules.FaultAsync(newPassword, person.Email, person.Name) is { } fault)
        {
            return await RefuseAsync("NewPassword", fault, cancellation);
        }

        var account = await FreshAsync(person, cancellation);
        account.Credentials = account.Credentials with
        {
            PasswordHash = people.PasswordHasher.HashPassword(account, newPassword!),
        };
        return await ChangedAsync(account, Letters.PasswordChanged, "Password.Changed", cancellation);
    }

    public async Task<IActionResult> OnPostOffAsync(string? ownPassword, CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        if (!await door.IsOwnerAsync(HttpContext, person, ownPassword))
        {
            return await RefuseAsync("OwnPassword", "Password.Wrong", cancellation);
        }

        await store.RecoveryCodes.ReplaceAsync(person.Id, [], cancellation);
        var account = await FreshAsync(person, cancellation);
        account.Credentials = account.Credentials with { TwoFactor = false, AuthenticatorKey = null };
        return await ChangedAsync(account, Letters.TwoFactorOff, "TwoFactor.IsOff", cancellation);
    }

    public async Task<IActionResult> OnPostCodesAsync(string? ownPassword, CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        if (!person.Credentials.TwoFactor || !await door.IsOwnerAsync(HttpContext, person, ownPassword))
        {
            return await RefuseAsync("OwnPassword", "Password.Wrong", cancellation);
        }

        var codes = await people.GenerateNewTwoFactorRecoveryCodesAsync(await FreshAsync(person, cancellation), Codes);
        TempData["Codes"] = string.Join(' ', codes ?? []);
        return RedirectToPage("/Account/Settings/RecoveryCodes");
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? provider, CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        Person = person;
        Logins = await store.Logins.ListAsync(person.Id, cancellation);
        if (MayRemoveLogin && Logins.FirstOrDefault(l => l.Provider == provider) is { } login)
        {
            await store.Logins.RemoveAsync(person.Id, login, cancellation);
            TempData["Done"] = "Services.Removed";
        }

        return RedirectToPage();
    }

    /// <summary>Keeps a secret that was changed, ends what the old one had opened, and says so.</summary>
    async Task<IActionResult> ChangedAsync(IdentityPerson account, string letter, string done, CancellationToken cancellation)
    {
        bool kept = (await people.UpdateSecurityStampAsync(account)).Succeeded;
        if (kept)
        {
            await store.Sessions.EndAllAsync(account.Person.Id, await SessionTickets.KeyOf(HttpContext), cancellation);
            await signIn.RefreshSignInAsync(account);
            await post.TellAsync(account.Person, letter, cancellation);
        }

        TempData["Done"] = kept ? done : "Conflict";
        return RedirectToPage();
    }

    /// <summary>As the database has the person after their password was looked at.</summary>
    async Task<IdentityPerson> FreshAsync(Person person, CancellationToken cancellation) =>
        new(await store.People.GetAsync(person.Id, cancellation) ?? person);

    async Task<IActionResult> RefuseAsync(string field, string text, CancellationToken cancellation)
    {
        ModelState.AddModelError(field, texts[text]);
        return await ShowAsync(cancellation);
    }

    async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        Person = person;
        CodesLeft = await store.RecoveryCodes.CountAsync(person.Id, cancellation);
        Services = [.. await signIn.GetExternalAuthenticationSchemesAsync()];
        Logins = await store.Logins.ListAsync(person.Id, cancellation);
        return Page();
    }
}
