using Drape.Server.People;
using Drape.Server.People.Mail;
using Drape.Server.People.SignIn;
using Drape.Store.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Drape.Server.Pages.Account.Settings;

/// <summary>Takes a wish for another address, which counts once it is confirmed.</summary>
sealed class EmailModel(Visitor visitor, PasswordDoor door, PostOffice post, TryLimits limits,
    IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty]
    public string? NewEmail { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public Person Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await this.ShowAsync(visitor, person => Person = person);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        Person = person;
        string email = NewEmail?.Trim() ?? "";
        if (!EmailAddress.IsRight(email))
        {
            ModelState.AddModelError(nameof(NewEmail), texts["Email.Wrong"]);
            return Page();
        }

        if (!await door.IsOwnerAsync(HttpContext, person, Password))
        {
            ModelState.AddModelError(nameof(Password), texts["Password.Wrong"]);
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
            await post.PostAsync(Letters.Change, email, cancellation, person.Id);
        }

        TempData["Done"] = "Email.Sent";
        return RedirectToPage();
    }
}
