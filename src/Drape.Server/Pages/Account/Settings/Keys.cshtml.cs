using Drape.Server.People;
using Drape.Server.People.Tokens;
using Drape.Store;
using Drape.Store.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Drape.Server.Pages.Account.Settings;

/// <summary>The keys with which programs act for a person.</summary>
sealed class KeysModel(Visitor visitor, DrapeStore store, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public int? Days { get; set; }

    public IReadOnlyList<AccessToken> All { get; private set; } = [];

    /// <summary>A key that was just made; shown this once.</summary>
    public string? NewKey { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        var end = TokenRules.End(Days, store.Database.Now, out bool right);
        if (TokenRules.Name(Name) is not { } name || !right)
        {
            ModelState.AddModelError(nameof(Name), texts["Keys.NameWrong"]);
            return await ShowAsync(cancellation);
        }

        (NewKey, _) = await store.AccessTokens.CreateAsync(person.Id, name, end, cancellation);
        Response.Headers.CacheControl = "no-store";
        ModelState.Clear();
        Name = null;
        return await ShowAsync(cancellation);
    }

    public async Task<IActionResult> OnPostEndAsync(long id, CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        await store.AccessTokens.EndAsync(person.Id, id, cancellation);
        TempData["Done"] = "Keys.Ended";
        return RedirectToPage();
    }

    async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        All = await store.AccessTokens.ListAsync(person.Id, cancellation);
        return Page();
    }
}
