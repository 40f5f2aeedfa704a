using System.Globalization;
using Drape.Server.Looks;
using Drape.Server.People;
using Drape.Store;
using Drape.Store.Looks;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Drape.Server.Pages.Looks;

/// <summary>The lookbook: what is new, the feed, one's own looks and one's scraps.</summary>
sealed class LookbookModel(DrapeStore store, Visitor visitor) : PageModel
{
    const int PerPage = 24;

    /// <summary>Which tab: public, following, own or scrapped.</summary>
    public string Tab { get; private set; } = "public";

    /// <summary>The style that was chosen.</summary>
    public string? Style { get; private set; }

    /// <summary>The styles to choose from.</summary>
    public IReadOnlyList<string> Styles { get; private set; } = [];

    public IReadOnlyList<Look> Looks { get; private set; } = [];

    /// <summary>Where the next page is; null with the last one.</summary>
    public string? Next { get; private set; }

    /// <summary>Where the tab is.</summary>
    public string Address => Tab == "public" ? "/looks" : "/looks?scope=" + Tab;

    /// <summary>The look that was taken away just now.</summary>
    public long? Removed { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? scope, string? style, long? after, CancellationToken cancellation)
    {
        var viewer = await visitor.ViewerAsync();
        LookScope? wanted = scope switch
        {
            null or "" or "public" => LookScope.Public,
            "following" => LookScope.Following,
            "own" => LookScope.Own,
            "scrapped" => LookScope.Scrapped,
            _ => null,
        };
        if (wanted is null)
        {
            return NotFound();
        }

        if (viewer.Person is null && wanted != LookScope.Public)
        {
            return Challenge();
        }

        (Tab, Style) = (wanted.Value.ToString().ToLowerInvariant(), LookRoutes.Asked("style", style));
        Styles = wanted == LookScope.Public ? await store.Leaderboard.StylesAsync(cancellation) : [];
        var looks = await store.Looks.ListAsync(
            viewer, new LookFilter { Scope = wanted.Value, Style = Style }, after, PerPage + 1, cancellation);
        Looks = [.. looks.Take(PerPage)];
        Next = looks.Count > PerPage ? NextOf(Looks[^1].Id) : null;
        Removed = long.TryParse(TempData["Removed"] as string, out long removed) ? removed : null;
        return Page();
    }

    string NextOf(long last)
    {
        var query = new QueryBuilder(Request.Query.Where(pair => pair.Key != "after"));
        query.Add("after", last.ToString(CultureInfo.InvariantCulture));
        return "/looks" + query.ToQueryString();
    }
}
