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
        app.UseStatusCodePages(static empty => Explain(empty.HttpContext));
        app.UseExceptionHandler(static _ => { }); // ProblemHandler takes all
    }

    static Task Explain(HttpContext context) => context.RequestAborted.IsCancellationRequested
        ? Task.CompletedTask // nobody is there to read it
        : new ProblemResult(RequestProblems.OfStatus(context.Response.StatusCode, context.Request))
            .ExecuteAsync(context);

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
