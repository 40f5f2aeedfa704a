using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Drape.Server.Hosting;

/// <summary>
/// Refuses what a page does not answer: Razor Pages would show the page where nothing handles a form, or speak of a missing
/// token before.
/// </summary>
sealed class PageMethods : IAuthorizationFilter, IOrderedFilter
{
    /// <summary>Before the token is looked at, whose filter has the order 1000.</summary>
    public int Order => 0;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (context.ActionDescriptor is not CompiledPageActionDescriptor page
            || HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        {
            return;
        }

        var handlers = page.HandlerMethods.Where(
            handler => request.Method.Equals(handler.HttpMethod, StringComparison.OrdinalIgnoreCase)).ToArray();
        string? asked = context.RouteData.Values["handler"] as string ?? request.Query["handler"];
        if (handlers.Length == 0)
        {
            context.HttpContext.Response.Headers.Allow = string.Join(", ", page.HandlerMethods
                .Select(handler => handler.HttpMethod.ToUpperInvariant()).Concat([HttpMethods.Get, HttpMethods.Head]).Distinct());
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
        else if (!Array.Exists(handlers, handler => handler.Name is null
            || handler.Name.Equals(asked, StringComparison.OrdinalIgnoreCase)))
        {
            context.Result = new NotFoundResult();
        }
    }
}
