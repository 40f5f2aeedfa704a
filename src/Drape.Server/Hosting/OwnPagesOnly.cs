using Drape.Server.Problems;

namespace Drape.Server.Hosting;

/// <summary>
/// Refuses what another site's page asks a browser to change here: a server that only this machine reaches is reached by
/// every page that its browser shows. Programs, which send neither header, and Drape's own pages pass.
/// </summary>
sealed class OwnPagesOnly(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        bool reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            || HttpMethods.IsOptions(request.Method);
        return !reads && IsForeign(request)
            ? new ProblemResult(RequestProblems.ForeignPage).ExecuteAsync(context) : next(context);
    }

    /// <summary>Browsers say where a request comes from; old ones name only the page's origin.</summary>
    static bool IsForeign(HttpRequest request)
    {
        string? site = request.Headers["Sec-Fetch-Site"];
        if (site is { Length: > 0 })
        {
            return site is not ("same-origin" or "none");
        }

        string? origin = request.Headers.Origin;
        return origin is { Length: > 0 } && !(Uri.TryCreate(origin, UriKind.Absolute, out var page)
            && page.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
