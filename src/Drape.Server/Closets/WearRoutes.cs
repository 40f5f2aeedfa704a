using Drape.Server.People;
using Drape.Server.Problems;
using Drape.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Drape.Server.Closets;

/// <summary>The routes of the days on which a piece was worn.</summary>
static class WearRoutes
{
    static readonly DateOnly First = new(1900, 1, 1);

    public static void MapWears(this RouteGroupBuilder closet)
    {
        closet.MapGet("/{id}/wears", ListAsync)
            .WithName("ListWears")
            .WithSummary("Gives the days on which a piece was worn")
            .WithDescription("The last first.")
            .Produces<IReadOnlyList<DateOnly>>()
            .ProducesProblems(401, 404, 500, 503);
        closet.MapPut("/{id}/wears/{day}", (string id, string day, Visitor visitor, DrapeStore store,
                CancellationToken cancellation) => ClosetRoutes.DoAsync(id, visitor,
                (person, piece, c) => store.Closets.WearAsync(person, piece, DayOf(day, store), c), cancellation))
            .WithName("PutWear")
            .WithSummary("Says that a piece was worn on a day")
            .WithDescription("A day counts once, however often it is said. Answers with the piece.")
            .Produces<ClosetAnswer>()
            .ProducesProblems(400, 401, 403, 404, 500, 503);
        closet.MapDelete("/{id}/wears/{day}", (string id, string day, Visitor visitor, DrapeStore store,
                CancellationToken cancellation) => ClosetRoutes.DoAsync(id, visitor,
                (person, piece, c) => store.Closets.UnwearAsync(person, piece, DayOf(day, store), c), cancellation))
            .WithName("DeleteWear")
            .WithSummary("Says that it was not")
            .WithDescription("Answers with the piece.")
            .Produces<ClosetAnswer>()
            .ProducesProblems(400, 401, 403, 404, 500, 503);
    }

    /// <summary>A day on which something can have been worn: up to tomorrow, which it is already somewhere.</summary>
    /// <exception cref="ProblemException">It is none.</exception>
    public static DateOnly DayOf(string text, DrapeStore store)
    {
        var day = ClosetQuery.Day("day", text);
        var last = DateOnly.FromDateTime(store.Database.Now.UtcDateTime).AddDays(1);
        return day >= First && day <= last ? day : throw new ProblemException(RequestProblems.WrongParameter(
            $"'day' is {text}: what is still to come was not worn yet."));
    }

    static async Task<JsonHttpResult<IReadOnlyList<DateOnly>>> ListAsync(
        string id, Visitor visitor, DrapeStore store, CancellationToken cancellation)
    {
        var item = await ClosetRoutes.RequireAsync(id, visitor, store, cancellation);
        var wears = await store.Closets.WearsAsync((await visitor.RequiredAsync()).Id, item.Id, cancellation: cancellation);
        return TypedResults.Json<IReadOnlyList<DateOnly>>([.. wears.Select(wear => wear.Day)], ServerJson.Options);
    }
}
