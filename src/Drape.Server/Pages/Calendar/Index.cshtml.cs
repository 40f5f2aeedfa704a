using Drape.Server.Calendar;
using Drape.Server.People;
using Drape.Store;
using Drape.Store.Calendar;
using Drape.Store.Closets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Drape.Server.Pages.Calendar;

/// <summary>A month: which outfit on which day.</summary>
sealed class MonthModel(DrapeStore store, Visitor visitor) : PageModel
{
    public Month Month { get; private set; } = null!;

    /// <summary>The day it is here; the page's script puts the visitor's in its place.</summary>
    public DateOnly Today { get; } = DateOnly.FromDateTime(store.Database.Now.LocalDateTime);

    public ILookup<DateOnly, Outfit> Outfits { get; private set; } = null!;

    public int Worn { get; private set; }

    public int Planned { get; private set; }

    /// <summary>Whether there is anything to plan with.</summary>
    public bool HasPieces { get; private set; }

    public bool IsThisMonth => Month == Month.Of(Today);

    public async Task<IActionResult> OnGetAsync(string? month, CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        var asked = string.IsNullOrEmpty(month) ? Month.Of(Today) : Month.Parse(month);
        if (asked is null || asked.First < CalendarDesk.First || asked.Last > CalendarDesk.Last)
        {
            return NotFound();
        }

        Month = asked;
        var outfits = await store.Calendar.ListAsync(person.Id, Month.First, Month.Last, cancellation);
        Outfits = outfits.ToLookup(outfit => outfit.Day);
        Worn = outfits.Count(outfit => outfit.Worn);
        Planned = outfits.Count - Worn;
        HasPieces = outfits.Count > 0
            || (await store.Closets.ListAsync(person.Id, ClosetFilter.All, null, 1, cancellation)).Count > 0;
        return Page();
    }
}
