using Drape.Server.Looks;
using Drape.Server.People;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Looks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Drape.Server.Pages.Looks;

/// <summary>Reports a look, or a comment on it.</summary>
sealed class ReportModel(DrapeStore store, Visitor visitor, IOptions<LookOptions> options) : PageModel
{
    public Look Look { get; private set; } = null!;

    /// <summary>The comment; null where the look itself is reported.</summary>
    public LookComment? Comment { get; private set; }

    /// <summary>What was wrong, by its key.</summary>
    public string? Fault { get; private set; }

    public Task<IActionResult> OnGetAsync(long id, long? comment, CancellationToken cancellation) =>
        WithAsync(id, comment, _ => Task.FromResult<IActionResult>(Page()), cancellation);

    public Task<IActionResult> OnPostAsync(
        long id, long? comment, string? reason, string? note, CancellationToken cancellation) =>
        WithAsync(id, comment, async person =>
        {
            try
            {
                await ReportRoutes.ReportAsync(
                    store, options.Value, person, Look, Comment?.Id, reason, note, cancellation);
            }
            catch (ProblemException refusal) when (refusal.Problem.Status == StatusCodes.Status422UnprocessableEntity)
            {
                Fault = "Fault";
                return Page();
            }

            TempData["Said"] = "Reported";
            return Redirect(LookAnswer.PageOf(Look));
        }, cancellation);

    async Task<IActionResult> WithAsync(
        long id, long? comment, Func<long, Task<IActionResult>> work, CancellationToken cancellation)
    {
        var viewer = await visitor.ViewerAsync();
        if (viewer.Person is not { } person)
        {
            return Challenge();
        }

        if (await store.Looks.GetAsync(viewer, id, cancellation) is not { } look)
        {
            return NotFound();
        }

        Look = look;
        if (comment is { } asked)
        {
            Comment = await ReportRoutes.FindAsync(store, viewer, id, asked, cancellation);
            if (Comment is null)
            {
                return NotFound();
            }
        }

        return await work(person);
    }
}
