using System.Text.Json;
using Drape.Server.Closets;
using Drape.Server.Hosting;
using Drape.Server.OpenApi;
using Drape.Server.People;
using Drape.Server.Photos;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Calendar;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Drape.Server.Calendar;

/// <summary>The routes of calendars. Whose calendar it is says who is signed in, never the request.</summary>
static class CalendarRoutes
{
    const int MostDays = 366;

    public static void MapCalendar(this WebApplication app)
    {
        var calendar = app.MapGroup("/api/v1/calendar").WithTags("Calendar").ForPeople();
        calendar.MapGet("", ListAsync)
            .WithName("ListOutfits")
            .WithSummary("Gives the outfits of some days")
            .WithDescription("From the day `from` to the day `to`, both included, a year at most; by their days.")
            .Produces<CalendarAnswer>()
            .ProducesProblems(400, 401, 500, 503);
        calendar.MapPost("", AddAsync)
            .WithName("AddOutfit")
            .WithSummary("Puts an outfit onto a day")
            .WithDescription("""
                `day`, `pieces` (1 to 12 numbers of pieces in the closet), and if wanted a `note` and `worn`. An outfit that was
                worn counts one wear for each of its pieces; a piece counts once a day.
                """)
            .Accepts<JsonElement>("application/json")
            .TakesBody("application/json", OutfitPatch.NewSchema)
            .Produces<OutfitAnswer>()
            .ProducesProblems(400, 401, 403, 413, 415, 422, 500, 503);
        calendar.MapGet("/{id}", async (string id, Visitor visitor, CalendarDesk desk, CancellationToken cancellation) =>
                Answer(await desk.GetAsync((await visitor.RequiredAsync()).Id, RouteNumber.Of(id), cancellation)))
            .WithName("GetOutfit")
            .WithSummary("Gives an outfit")
            .WithDescription("Without those of its pieces that lie in the bin.")
            .Produces<OutfitAnswer>()
            .ProducesProblems(401, 404, 500, 503);
        calendar.MapPatch("/{id}", ChangeAsync)
            .WithName("ChangeOutfit")
            .WithSummary("Changes an outfit")
            .WithDescription("""
                What the JSON object names is set, all else stays: `day`, `pieces`, `note`, `worn`. Wears follow: those that the
                outfit brought are taken back where it was not worn after all, or not then, or not with these pieces.
                """)
            .Accepts<JsonElement>("application/json")
            .TakesBody("application/json", OutfitPatch.Schema)
            .Produces<OutfitAnswer>()
            .ProducesProblems(400, 401, 403, 404, 413, 415, 422, 500, 503);
        calendar.MapPost("/{id}:copy", CopyAsync)
            .WithName("CopyOutfit")
            .WithSummary("Plans an outfit for another day, too")
            .WithDescription("`day` says which. Answers with the copy.")
            .Accepts<JsonElement>("application/json")
            .TakesBody("application/json", OutfitPatch.CopySchema)
            .Produces<OutfitAnswer>()
            .ProducesProblems(400, 401, 403, 404, 413, 415, 422, 500, 503);
        calendar.MapDelete("/{id}", DeleteAsync)
            .WithName("DeleteOutfit")
            .WithSummary("Takes an outfit off its day")
            .WithDescription("The wears that it brought go with it. Answers with what it was.")
            .Produces<OutfitAnswer>()
            .ProducesProblems(401, 403, 404, 500, 503);
    }

    static async Task<JsonHttpResult<CalendarAnswer>> ListAsync(
        string? from, string? to, Visitor visitor, DrapeStore store, CancellationToken cancellation)
    {
        var first = ClosetQuery.Day("from", from ?? "");
        var last = ClosetQuery.Day("to", to ?? "");
        if (last < first || last.DayNumber - first.DayNumber >= MostDays)
        {
            throw new ProblemException(RequestProblems.WrongParameter(
                $"'to' is {to}: it is 'from' or a later day, at most {MostDays} days in all."));
        }

        var outfits = await store.Calendar.ListAsync((await visitor.RequiredAsync()).Id, first, last, cancellation);
        return JsonAnswer.Of(new CalendarAnswer([.. outfits.Select(OutfitAnswer.Of)]));
    }

    static async Task<JsonHttpResult<OutfitAnswer>> AddAsync(
        HttpRequest request, Visitor visitor, CalendarDesk desk, PhotoIntake intake, CancellationToken cancellation)
    {
        var body = await ReadAsync(request, intake, cancellation);
        return Answer(await desk.AddAsync((await visitor.RequiredAsync()).Id, OutfitPatch.Apply(null, body), cancellation));
    }

    static async Task<JsonHttpResult<OutfitAnswer>> ChangeAsync(string id, HttpRequest request, Visitor visitor,
        CalendarDesk desk, PhotoIntake intake, CancellationToken cancellation)
    {
        var body = await ReadAsync(request, intake, cancellation);
        return Answer(await desk.ChangeAsync((await visitor.RequiredAsync()).Id, RouteNumber.Of(id),
            outfit => OutfitPatch.Apply(outfit, body), cancellation));
    }

    static async Task<JsonHttpResult<OutfitAnswer>> CopyAsync(string id, HttpRequest request, Visitor visitor,
        CalendarDesk desk, PhotoIntake intake, CancellationToken cancellation)
    {
        var body = await ReadAsync(request, intake, cancellation);
        return Answer(await desk.CopyAsync((await visitor.RequiredAsync()).Id, RouteNumber.Of(id),
            ClosetQuery.Day("day", body.TextOf("day") ?? ""), cancellation));
    }

    static async Task<JsonHttpResult<OutfitAnswer>> DeleteAsync(
        string id, Visitor visitor, DrapeStore store, CancellationToken cancellation) =>
        Answer(await store.Calendar.DeleteAsync((await visitor.RequiredAsync()).Id, RouteNumber.Of(id), cancellation)
            ?? throw new ProblemException(CalendarProblems.NotFound(id)));

    static Task<JsonElement> ReadAsync(HttpRequest request, PhotoIntake intake, CancellationToken cancellation) =>
        intake.ReadJsonAsync(request, "Send {\"day\": \"2026-11-21\", \"pieces\": [12, 7]}.", cancellation);

    static JsonHttpResult<OutfitAnswer> Answer(Outfit outfit) => JsonAnswer.Of(OutfitAnswer.Of(outfit));
}
