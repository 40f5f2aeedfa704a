using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.Extensions.Options;

namespace Drape.Server.People.SignIn;

/// <summary>
/// What becomes of a form whose token belongs to somebody else than who sends it. Mostly that is nobody's attack: a second
/// tab stood at the door when its person came in by the first, or a page stayed open until its session ended. Nothing that
/// the form asks for is done either way.
/// </summary>
sealed class StaleForms(IUrlHelperFactory addresses, IOptions<AntiforgeryOptions> antiforgery) : IAsyncAlwaysRunResultFilter
{
    /// <summary>What somebody may send who is not signed in.</summary>
    static readonly string[] Open = ["/account", "/preferences"];

    static readonly string[] Doors = ["/account/sign-in", "/account/sign-up", "/account/two-factor"];

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.Result = await LeadAsync(context) ?? context.Result;
        }

        await next();
    }

    /// <summary>Where it leads; null where it stays refused, as a form without any token does.</summary>
    async Task<IActionResult?> LeadAsync(ResultExecutingContext context)
    {
        var http = context.HttpContext;
        var path = http.Request.Path;
        if (await FormAsync(http.Request) is not { } form || !form.ContainsKey(antiforgery.Value.FormFieldName))
        {
            return null;
        }

        if (http.User.Identity?.IsAuthenticated != true)
        {
            return Open.Any(folder => path.StartsWithSegments(folder)) ? null : new ChallengeResult();
        }

        if (!Doors.Any(door => path.Equals(door, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        string? told = form["returnUrl"] is { Count: > 0 } given ? given.ToString() : http.Request.Query["returnUrl"];
        return new LocalRedirectResult(addresses.GetUrlHelper(context).IsLocalUrl(told) ? told! : "/");
    }

    /// <summary>The form; null where there is none, or where it is damaged, which is why its token was not found.</summary>
    static async Task<IFormCollection?> FormAsync(HttpRequest request)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : null;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return null;
        }
    }
}
