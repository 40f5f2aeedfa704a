using System.Globalization;
using Drape.Server.People;
using Drape.Store;
using Drape.Store.Looks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Drape.Server.Pages.Looks;

/// <summary>What people reported, for those who look after the server: PageSetup lets nobody else in.</summary>
sealed class ModerationModel(DrapeStore store, Visitor visitor) : PageModel
{
    public IReadOnlyList<ReportedThing> Things { get; private set; } = [];

    /// <summary>What was decided just now, by its key.</summary>
    public string? Said { get; private set; }

    /// <summary>What that was about.</summary>
    public long? DecidedLook { get; private set; }

    /// <inheritdoc cref="DecidedLook"/>
    public long? DecidedComment { get; private set; }

    public DateTimeOffset Now => store.Database.Now;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Things = await store.Reports.OpenAsync((await visitor.RequiredAsync()).Id, cancellation);
        Said = TempData["Said"] as string;
        DecidedLook = Number("Look");
        DecidedComment = Number("Comment");
    }

    public async Task<IActionResult> OnPostDecideAsync(long look, long? comment, bool hide, CancellationToken cancellation)
    {
        if (!await store.Reports.DecideAsync(look, comment, hide, cancellation))
        {
            return NotFound();
        }

        TempData["Said"] = hide ? "Moderation.Hidden" : "Moderation.Dismissed";
        TempData["Look"] = look.ToString(CultureInfo.InvariantCulture);
        TempData["Comment"] = comment?.ToString(CultureInfo.InvariantCulture);
        return RedirectToPage();
    }

    long? Number(string name) => long.TryParse(TempData[name] as string, out long number) ? number : null;
}
