using Drape.Server.Hosting;
using Drape.Server.People;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Looks;

namespace Drape.Server.Looks;

/// <summary>The routes of likes, and of scraps, which nobody but their owner sees.</summary>
static class MarkRoutes
{
    public static void MapMarks(this RouteGroupBuilder looks)
    {
        Map("like", true, store => store.Looks.LikeAsync, "LikeLook", "Likes a look", "A like counts once.");
        Map("like", false, store => store.Looks.LikeAsync, "UnlikeLook", "Likes a look no longer", "What was not liked stays so.");
        Map("scrap", true, store => store.Looks.ScrapAsync, "ScrapLook", "Puts a look among one's scraps",
            "Nobody else sees one's scraps.");
        Map("scrap", false, store => store.Looks.ScrapAsync, "UnscrapLook", "Takes a look out of one's scraps",
            "What was not there stays out.");

        void Map(string mark, bool on, Func<DrapeStore, Func<long, long, bool, CancellationToken, Task<Look?>>> work,
            string name, string summary, string words) => looks.MapMethods($"/{{id}}/{mark}", [on ? "PUT" : "DELETE"],
                async (string id, Visitor visitor, DrapeStore store, CancellationToken cancellation) => JsonAnswer.Of(LookAnswer.Of(
                    await work(store)((await visitor.RequiredAsync()).Id, RouteNumber.Of(id), on, cancellation)
                    ?? throw new ProblemException(LookProblems.NotFound(id)))))
            .WithName(name)
            .WithSummary(summary)
            .WithDescription(words + " Answers with the look.")
            .Produces<LookAnswer>()
            .ProducesProblems(401, 403, 404, 500, 503);
    }
}
