using Drape.Server.Photos;
using Drape.Server.Problems;

namespace Drape.Server.Health;

/// <summary>What supervisors and load balancers ask.</summary>
static class HealthRoutes
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").WithTags("Health");
        health.MapGet("/live", static () => TypedResults.Json(new HealthAnswer("live"), ServerJson.Options))
            .WithName("Live")
            .WithSummary("Whether the server runs")
            .WithDescription("Answers as long as the program runs, also while it starts.")
            .Produces<HealthAnswer>()
            .ProducesProblems(500);
        health.MapGet("/ready", Ready)
            .WithName("Ready")
            .WithSummary("Whether photos can be read")
            .WithDescription("200 once every network is verified and loaded and has read a first picture, 503 before.")
            .Produces<HealthAnswer>()
            .ProducesProblems(500, 503);
    }

    static IResult Ready(Reader reader) => reader.IsReady
        ? TypedResults.Json(new HealthAnswer("ready"), ServerJson.Options)
        : new ProblemResult(RequestProblems.Starting);
}
