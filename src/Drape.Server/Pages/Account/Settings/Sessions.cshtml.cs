using Drape.Server.People;
using Drape.Server.People.SignIn;
using Drape.Store;
using Drape.Store.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Drape.Server.Pages.Account.Settings;

/// <summary>Where one is signed in, and how to end it there.</summary>
sealed class SessionsModel(Visitor visitor, DrapeStore store) : PageModel
{
    public IReadOnlyList<Session> All { get; private set; } = [];

    /// <summary>The number of the session in which the page is asked for.</summary>
    public long? Here { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        All = await store.Sessions.ListAsync(person.Id, cancellation);
        Here = await SessionTickets.KeyOf(HttpContext) is { } key
            ? await store.Sessions.NumberAsync(key, cancellation) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(long id, CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        await store.Sessions.EndAsync(person.Id, id, cancellation);
        TempData["Done"] = "Sessions.Ended";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        await store.Sessions.EndAllAsync(person.Id, await SessionTickets.KeyOf(HttpContext), cancellation);
        TempData["Done"] = "Sessions.Ended";
        return RedirectToPage();
    }
}
