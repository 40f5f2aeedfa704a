using Drape.Server.People;
using Drape.Server.People.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Drape.Server.Pages.Account;

/// <summary>Signs in by address and password. Whatever was wrong, the answer is the same.</summary>
sealed class SignInModel(PasswordDoor door, TryLimits limits, SignInManager<IdentityPerson> signIn,
    IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public bool Remember { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IReadOnlyList<AuthenticationScheme> Services { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? failed)
    {
        Remember = true;
        if (User.Identity?.IsAuthenticated == true)
        {
            return this.Back(ReturnUrl);
        }

        if (failed == "service")
        {
            ModelState.AddModelError("", texts["SignIn.ServiceFailed"]);
        }

        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        string email = Email?.Trim() ?? "";
        if (email.Length == 0 || string.IsNullOrEmpty(Password))
        {
            ModelState.AddModelError("", texts["SignIn.Wrong"]);
            return await ShowAsync();
        }

        if (!limits.MaySignIn(HttpContext, email))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.AddModelError("", texts["TooMany"]);
            return await ShowAsync();
        }

        var result = await door.TryAsync(email, Password, Remember);
        if (result.Succeeded)
        {
            return this.Back(ReturnUrl);
        }

        if (result.RequiresTwoFactor)
        {
            return RedirectToPage("/Account/TwoFactor", new { remember = Remember, returnUrl = this.Local(ReturnUrl) });
        }

        ModelState.AddModelError("", texts["SignIn.Wrong"]);
        return await ShowAsync();
    }

    async Task<PageResult> ShowAsync()
    {
        Services = [.. await signIn.GetExternalAuthenticationSchemesAsync()];
        return Page();
    }
}
