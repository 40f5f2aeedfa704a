using Microsoft.AspNetCore.Diagnostics;

namespace Drape.Server.Problems;

/// <summary>Makes every error a problem.</summary>
static class ProblemSetup
{
    public static void AddProblems(this IServiceCollection services)
    {
        services.AddExceptionHandler<ProblemHandler>();
        services.ConfigureHttpJsonOptions(json => ServerJson.Apply(json.SerializerOptions));
    }

    public static void UseProblems(this WebApplication app)
    {
        app.UseStatusCodePages(static empty => Explain(empty));
        app.UseExceptionHandler(static _ => { }); // ProblemHandler takes all
    }

    static Task Explain(StatusCodeContext empty)
    {
        var context = empty.HttpContext;
        if (context.RequestAborted.IsCancellationRequested)
        {
            return Task.CompletedTask; // nobody is there to read it
        }

        return WantsPage(context.Request) ? ShowPageAsync(empty)
            : new ProblemResult(RequestProblems.OfStatus(context.Response.StatusCode, context.Request)).ExecuteAsync(context);
    }

    /// <summary>Whether a person waits at a browser for a page, and no program for an answer.</summary>
    public static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/predict")
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    static async Task ShowPageAsync(StatusCodeContext empty)
    {
        var context = empty.HttpContext;
        context.Features.Set(new ShownProblem(context.Response.StatusCode));
        context.Request.Path = "/problem";
        context.Request.Method = HttpMethods.Get; // the page is only shown, whatever was asked for
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        await empty.Next(context);
    }

    /// <summary>Documents problems of a route for the OpenAPI document.</summary>
    public static RouteHandlerBuilder ProducesProblems(this RouteHandlerBuilder route, params int[] statuses)
    {
        foreach (int status in statuses)
        {
            route.Produces<Problem>(status, Problem.MediaType);
        }

        return route;
    }
}
