using Drape.Server.Closets;
using Drape.Server.People;
using Drape.Store;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Drape.Server.Pages.Closet;

/// <summary>The closet, counted.</summary>
sealed class StatisticsModel(DrapeStore store, Visitor visitor) : PageModel
{
    public ClosetStatistics Statistics { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        Statistics = await ClosetStatistics.ReadAsync(store, person.Id, cancellation);
        return Page();
    }
}
