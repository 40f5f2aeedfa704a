using Drape.Server.People;
using Drape.Server.People.Data;
using Drape.Server.People.SignIn;
using Drape.Store.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Drape.Server.Pages.Account.Settings;

/// <summary>Gives everything that is kept of somebody, or deletes it.</summary>
sealed class DataModel(Visitor visitor, PasswordDoor door, PersonalArchive archive, SignInManager<IdentityPerson> signIn,
    IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public bool Sure { get; set; }

    public Person Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await this.ShowAsync(visitor, person => Person = person);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        Person = person;
        if (!Sure)
        {
            ModelState.AddModelError("", texts["Data.NotSure"]);
            return Page();
        }

        if (!await door.IsOwnerAsync(HttpContext, person, Password))
        {
            ModelState.AddModelError(nameof(Password), texts["Password.Wrong"]);
            return Page();
        }

        await archive.DeleteAsync(person, cancellation);
        await signIn.SignOutAsync();
        TempData["Done"] = "Data.Deleted";
        return RedirectToPage("/Account/SignIn");
    }
}
