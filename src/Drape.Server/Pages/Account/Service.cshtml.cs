using System.Globalization;
using System.Security.Claims;
using Drape.Server.People;
using Drape.Store;
using Drape.Store.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Drape.Server.Pages.Account;

/// <summary>
/// Signs in with another service. Somebody new is asked for a name and gets an account; an account that is there already is
/// connected from its settings only, so that no service can let anybody into it by claiming its address.
/// </summary>
sealed class ServiceModel(SignInManager<IdentityPerson> signIn, UserManager<IdentityPerson> people, DrapeStore store, Visitor visitor,
    IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string? ServiceName { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? service)
    {
        var known = (await signIn.GetExternalAuthenticationSchemesAsync()).FirstOrDefault(s => s.Name == service);
        if (known is null || IsForeign)
        {
            return RedirectToPage("/Account/SignIn");
        }

        string back = Url.Page("/Account/Service", "Return", new { returnUrl = this.Local(ReturnUrl) })!;
        string? me = (await visitor.PersonAsync())?.Id.ToString(CultureInfo.InvariantCulture);
        return Challenge(signIn.ConfigureExternalAuthenticationProperties(known.Name, back, me), known.Name);
    }

    /// <summary>Somebody comes back from the service.</summary>
    public async Task<IActionResult> OnGetReturnAsync(CancellationToken cancellation)
    {
        var me = await visitor.PersonAsync();
        var login = await signIn.GetExternalLoginInfoAsync(me?.Id.ToString(CultureInfo.InvariantCulture));
        if (login is null)
        {
            return RedirectToPage("/Account/SignIn", new { failed = "service" });
        }

        if (me is not null)
        {
            await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
            TempData["Done"] = await store.Logins.AddAsync(me.Id, LoginOf(login), cancellation)
                ? "Services.Added" : "Services.Taken";
            return RedirectToPage("/Account/Settings/Security");
        }

        var result = await signIn.ExternalLoginSignInAsync(
            login.LoginProvider, login.ProviderKey, isPersistent: true, bypassTwoFactor: false);
        if (result.Succeeded)
        {
            await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
            return this.Back(ReturnUrl);
        }

        if (result.RequiresTwoFactor)
        {
            return RedirectToPage("/Account/TwoFactor", new { remember = true, returnUrl = this.Local(ReturnUrl) });
        }

        if (await people.FindByLoginAsync(login.LoginProvider, login.ProviderKey) is not null)
        {
            return RedirectToPage("/Account/SignIn", new { failed = "service" }); // locked
        }

        ServiceName = login.ProviderDisplayName;
        Name = ProfileRules.Name(login.Principal.FindFirstValue(ClaimTypes.Name));
        return Page();
    }

    /// <summary>Somebody new has chosen a name.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await signIn.GetExternalLoginInfoAsync() is not { } login)
        {
            return RedirectToPage("/Account/SignIn", new { failed = "service" });
        }

        ServiceName = login.ProviderDisplayName;
        if (ProfileRules.Name(Name) is not { } name)
        {
            ModelState.AddModelError(nameof(Name), texts["Name.Wrong"]);
            return Page();
        }

        var person = await store.People.CreateAsync(new NewPerson
        {
            Name = name,
            Language = Languages.Of(CultureInfo.CurrentUICulture),
            Login = LoginOf(login),
        }, cancellation);
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        if (person is null)
        {
            return RedirectToPage("/Account/SignIn");
        }

        await signIn.SignInAsync(new IdentityPerson(person), isPersistent: true);
        return this.Back(ReturnUrl);
    }

    /// <summary>Another site's page must not sign anybody in here unasked.</summary>
    bool IsForeign => Request.Headers["Sec-Fetch-Site"] == "cross-site";

    static ExternalLogin LoginOf(ExternalLoginInfo login) => new(login.LoginProvider, login.ProviderKey);
}
