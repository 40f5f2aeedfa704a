using Drape.Server.Catalogs.Search;
using Drape.Server.Hosting;
using Drape.Server.Photos;
using Drape.Server.Problems;

namespace Drape.Server.Health;

/// <summary>What supervisors and load balancers ask.</summary>
static class HealthRoutes
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").WithTags("Health");
        health.MapGet("/live", static () => JsonAnswer.Of(new HealthAnswer("live")))
            .WithName("Live")
            .WithSummary("Whether the server runs")
            .WithDescription("Answers as long as the program runs, also while it starts.")
            .Produces<HealthAnswer>()
            .ProducesProblems(500);
        health.MapGet("/ready", ReadyAsync)
            .WithName("Ready")
            .WithSummary("Whether photos can be read and products be found")
            .WithDescription("""
                200 once every network is verified and loaded and has read a first picture, the index is filled and the
                database answers; 503 before.
                """)
            .Produces<HealthAnswer>()
            .ProducesProblems(500, 503);
    }

    static async Task<IResult> ReadyAsync(
        Reader reader, IndexKeeper index, StoreKeeper keeper, CancellationToken cancellation)
    {
        if (!reader.IsReady)
        {
            return new ProblemResult(RequestProblems.Starting);
        }

        index.RequireReady();
        await keeper.Store.Catalogs.ListAsync(cancellation); // a database that does not answer is a problem by itself
        return JsonAnswer.Of(new HealthAnswer("ready"));
    }
}
