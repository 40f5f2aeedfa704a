using Drape.Server.People;
using Drape.Server.People.Mail;
using Drape.Server.People.SignIn;
using Drape.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Drape.Server.Pages.Account.Settings;

/// <summary>Changes the address by the link of a letter; only in a session of whose address it is.</summary>
sealed class ConfirmEmailModel(Visitor visitor, UserManager<IdentityPerson> people, SignInManager<IdentityPerson> signIn,
    DrapeStore store, PostOffice post) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Email { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        var account = new IdentityPerson(person);
        bool changed = !string.IsNullOrEmpty(Email) && !string.IsNullOrEmpty(Code)
            && (await people.ChangeEmailAsync(account, Email, Code)).Succeeded;
        if (changed)
        {
            await store.Sessions.EndAllAsync(person.Id, await SessionTickets.KeyOf(HttpContext), cancellation);
            await signIn.RefreshSignInAsync(account);
            await post.TellAsync(person, Letters.AddressChanged, cancellation);
        }

        TempData["Done"] = changed ? "Email.Changed" : "Link.Gone";
        return RedirectToPage("/Account/Settings/Email");
    }
}
