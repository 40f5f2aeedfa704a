using System.Globalization;
using Drape.Server.Operations;
using Drape.Store;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Drape.Server.Pages.Operations;

/// <summary>How the server is, for who looks after it.</summary>
sealed class OperationsModel(OperationsDesk desk, DrapeStore store) : PageModel
{
    const int PerPage = 20;

    public OperationsAnswer Now { get; private set; } = null!;

    public AccountPage People { get; private set; } = null!;

    public string? Words { get; private set; }

    /// <summary>Where the next page of people is; null with the last one.</summary>
    public string? Next { get; private set; }

    /// <summary>What was done just now, by its key.</summary>
    public string? Said { get; private set; }

    public async Task OnGetAsync(string? words, long? after, CancellationToken cancellation)
    {
        Words = OperationsRoutes.Words(words)?.Trim();
        Now = await desk.ReadAsync(cancellation);
        People = await desk.PeopleAsync(Words, after, PerPage, cancellation);
        Next = People.Next is { } next ? NextOf(next) : null;
        Said = TempData["Said"] as string;
    }

    public async Task<IActionResult> OnPostCancelAsync(long id, CancellationToken cancellation)
    {
        TempData["Said"] = await store.Jobs.CancelAsync(id, cancellation) ? "Said.Cancelled" : "Said.Ended";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRetryAsync(long id, CancellationToken cancellation)
    {
        TempData["Said"] = await store.Jobs.RetryAsync(id, cancellation) ? "Said.Retried" : "Said.NotFailed";
        return RedirectToPage();
    }

    string NextOf(long last)
    {
        var query = new QueryBuilder { { "after", last.ToString(CultureInfo.InvariantCulture) } };
        if (!string.IsNullOrEmpty(Words))
        {
            query.Add("words", Words);
        }

        return $"/operations{query.ToQueryString()}#people";
    }
}
