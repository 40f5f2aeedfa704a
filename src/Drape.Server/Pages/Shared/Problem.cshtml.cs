using Drape.Server.Problems;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Drape.Server.Pages.Shared;

/// <summary>Tells a person what programs are told as a problem document.</summary>
sealed class ProblemModel : PageModel
{
    /// <summary>The kind of problem for which there are words.</summary>
    public int Kind { get; private set; } = 404;

    public IActionResult OnGet()
    {
        // Asked for as a page of its own it is none.
        int status = HttpContext.Features.Get<ShownProblem>()?.Status ?? StatusCodes.Status404NotFound;
        Response.StatusCode = status;
        Kind = status switch { 404 or 405 => 404, 429 or 503 => 429, >= 500 => 500, _ => 400 };
        return Page();
    }
}
