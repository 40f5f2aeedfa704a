using Drape.Server.Closets;
using Drape.Server.People;
using Drape.Store;
using Drape.Store.Closets;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Drape.Server.Pages.Closet;

/// <summary>The closet: what hangs there, sifted.</summary>
sealed class RackModel(DrapeStore store, Visitor visitor) : PageModel
{
    const int PerPage = 48;

    public ClosetFilter Filter { get; private set; } = ClosetFilter.All;

    public ClosetFacets Facets { get; private set; } = null!;

    public IReadOnlyList<ClosetItem> Items { get; private set; } = [];

    /// <summary>Where the next page is; null with the last one.</summary>
    public string? Next { get; private set; }

    public bool Shares { get; private set; }

    /// <summary>The piece that was put into the bin just now.</summary>
    public long? Removed { get; private set; }

    /// <summary>What was done just now, by its key.</summary>
    public string? Said { get; private set; }

    public DateOnly Today => DateOnly.FromDateTime(store.Database.Now.UtcDateTime);

    public async Task<IActionResult> OnGetAsync(long? after, CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        Filter = ClosetQuery.Parse(Request.Query);
        Facets = await store.Closets.FacetsAsync(person.Id, cancellation);
        var items = await store.Closets.ListAsync(person.Id, Filter, after, PerPage + 1, cancellation);
        Items = [.. items.Take(PerPage)];
        Next = items.Count > PerPage && Filter.Near is null ? NextOf(Items[^1].Id) : null;
        Shares = await store.Corrections.SharesAsync(person.Id, cancellation);
        Removed = long.TryParse(TempData["Removed"] as string, out long removed) ? removed : null;
        Said = TempData["Said"] as string;
        return Page();
    }

    public async Task<IActionResult> OnPostShareAsync(bool shares, CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        await store.Corrections.ShareAsync(person.Id, shares, cancellation);
        TempData["Said"] = shares ? "Share.On" : "Share.Off";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEmptyAsync(CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        await store.Pictures.ForgetAsync(await store.Closets.EmptyBinAsync(person.Id, cancellation), store.Blobs, cancellation);
        TempData["Said"] = "Bin.Forgotten";
        return RedirectToPage();
    }

    string NextOf(long last)
    {
        var query = new QueryBuilder(Request.Query.Where(pair => pair.Key != "after"));
        query.Add("after", last.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return "/closet" + query.ToQueryString();
    }
}
