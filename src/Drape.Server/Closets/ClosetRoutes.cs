using System.Text.Json;
using Drape.Server.Hosting;
using Drape.Server.OpenApi;
using Drape.Server.People;
using Drape.Server.Photos;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Closets;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Drape.Server.Closets;

/// <summary>The routes of closets. Whose closet it is says who is signed in, never the request.</summary>
static class ClosetRoutes
{
    /// <summary>Where the closet of who is signed in is found.</summary>
    public const string Path = "/api/v1/closet";

    const int MostAlikes = 12;

    public static void MapClosets(this WebApplication app)
    {
        var closet = app.MapGroup(Path).WithTags("Closet").ForPeople();
        closet.MapAddition();
        closet.MapClosetPictures();
        closet.MapWears();
        closet.MapGet("", ListAsync)
            .WithName("ListCloset")
            .WithSummary("Lists the pieces of a closet")
            .WithDescription("""
                The last that came first. `type`, `colour`, `pattern`, `season`, `notWornSince` (a day) and `words` (English or
                Korean, all of them) choose among them; `near` (a colour, as 1f2a4d) gives those that have it, the nearest first,
                without pages; `doubtful=true` those that may be another one of the closet, `deleted=true` the bin. `limit` (1 to
                500, 50 if left out) is the size of a page, `after` is the `next` of the page before.
                """)
            .Produces<ClosetPage>()
            .ProducesProblems(400, 401, 500, 503);
        closet.MapGet("/statistics", StatisticsAsync)
            .WithName("GetClosetStatistics")
            .WithSummary("Counts a closet")
            .WithDescription("Colours, types, days worn by month, cost per wear, and what was not worn for 90 days.")
            .Produces<ClosetStatistics>()
            .ProducesProblems(401, 500, 503);
        closet.MapGet("/settings", SettingsAsync)
            .WithName("GetClosetSettings")
            .WithSummary("Tells whether the networks may learn from corrections")
            .WithDescription("They may not unless the owner of the closet says so.")
            .Produces<ClosetSettings>()
            .ProducesProblems(401, 500, 503);
        closet.MapPut("/settings", SetAsync)
            .WithName("PutClosetSettings")
            .WithSummary("Says whether the networks may learn from corrections")
            .WithDescription("Those made before count, too. Where it is taken back, what was kept for it is deleted.")
            .Accepts<ClosetSettings>("application/json")
            .Produces<ClosetSettings>()
            .ProducesProblems(400, 401, 403, 415, 500, 503);
        closet.MapDelete("/bin", EmptyAsync)
            .WithName("EmptyClosetBin")
            .WithSummary("Empties the bin")
            .WithDescription("What was in it cannot be had back.")
            .Produces(204)
            .ProducesProblems(401, 403, 500, 503);
        closet.MapGet("/{id}", GetAsync)
            .WithName("GetClosetItem")
            .WithSummary("Gives a piece")
            .WithDescription("Also one in the bin.")
            .Produces<ClosetAnswer>()
            .ProducesProblems(401, 404, 500, 503);
        closet.MapPatch("/{id}", ChangeAsync)
            .WithName("ChangeClosetItem")
            .WithSummary("Corrects a piece, or says more of it")
            .WithDescription("""
                What the JSON object names is set, null takes it away, all else stays: `name`, `type`, `colour`, `pattern`,
                `season`, `warmth`, `formality`, `brand`, `price`, `currency`, `size`, `notes`, `boughtOn`.
                """)
            .Accepts<JsonElement>("application/json")
            .TakesBody("application/json", ClosetDetailsPatch.Schema)
            .Produces<ClosetAnswer>()
            .ProducesProblems(400, 401, 403, 404, 415, 422, 500, 503);
        closet.MapDelete("/{id}", DeleteAsync)
            .WithName("DeleteClosetItem")
            .WithSummary("Puts a piece into the bin")
            .WithDescription("It can be taken back for 30 days. Answers with it.")
            .Produces<ClosetAnswer>()
            .ProducesProblems(401, 403, 404, 500, 503);
        closet.MapPost("/{id}:restore", (string id, Visitor visitor, DrapeStore store, CancellationToken cancellation) =>
                DoAsync(id, visitor, store.Closets.RestoreAsync, cancellation))
            .WithName("RestoreClosetItem")
            .WithSummary("Takes a piece out of the bin")
            .WithDescription("A piece that is in no bin stays as it is.")
            .Produces<ClosetAnswer>()
            .ProducesProblems(401, 403, 404, 500, 503);
        closet.MapPost("/{id}:undo", (string id, Visitor visitor, DrapeStore store, CancellationToken cancellation) =>
                DoAsync(id, visitor, store.Closets.UndoAsync, cancellation))
            .WithName("UndoClosetItem")
            .WithSummary("Takes the last change of a piece back")
            .WithDescription("Asked again, it takes that back.")
            .Produces<ClosetAnswer>()
            .ProducesProblems(401, 403, 404, 500, 503);
        closet.MapPost("/{id}:keep", (string id, Visitor visitor, DrapeStore store, CancellationToken cancellation) =>
                DoAsync(id, visitor, store.Closets.KeepBothAsync, cancellation))
            .WithName("KeepClosetItem")
            .WithSummary("Says that a piece is not the one it looks like")
            .WithDescription("Both are kept, and nobody asks again.")
            .Produces<ClosetAnswer>()
            .ProducesProblems(401, 403, 404, 500, 503);
        closet.MapPost("/{id}:merge", MergeAsync)
            .WithName("MergeClosetItem")
            .WithSummary("Says that a piece is the one it looks like")
            .WithDescription("It goes into the bin, and the days it was worn count for the other, which is the answer.")
            .Produces<ClosetAnswer>()
            .ProducesProblems(401, 403, 404, 409, 500, 503);
        closet.MapGet("/{id}/alikes", AlikesAsync)
            .WithName("GetClosetAlikes")
            .WithSummary("Gives the pieces that look like one")
            .WithDescription("At most 12, the nearest first.")
            .Produces<ClosetPage>()
            .ProducesProblems(401, 404, 500, 503);
    }

    /// <summary>The piece of a number in the closet of who is signed in.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public static async Task<ClosetItem> RequireAsync(
        string id, Visitor visitor, DrapeStore store, CancellationToken cancellation) =>
        await store.Closets.GetAsync((await visitor.RequiredAsync()).Id, RouteNumber.Of(id), cancellation)
            ?? throw new ProblemException(ClosetProblems.NotFound(id));

    /// <summary>Does something with a piece of who is signed in.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public static async Task<JsonHttpResult<ClosetAnswer>> DoAsync(string id, Visitor visitor,
        Func<long, long, CancellationToken, Task<ClosetItem?>> work, CancellationToken cancellation) =>
        Answer(await work((await visitor.RequiredAsync()).Id, RouteNumber.Of(id), cancellation)
            ?? throw new ProblemException(ClosetProblems.NotFound(id)));

    static async Task<JsonHttpResult<ClosetPage>> ListAsync(
        HttpRequest request, Visitor visitor, DrapeStore store, string? limit, string? after, CancellationToken cancellation)
    {
        var page = PageQuery.Parse(request, limit, after, [.. ClosetQuery.Names]);
        var filter = ClosetQuery.Parse(request.Query);
        long person = (await visitor.RequiredAsync()).Id;
        var items = await store.Closets.ListAsync(person, filter, page.After, page.Limit + 1, cancellation);
        return TypedResults.Json(new ClosetPage([.. items.Take(page.Limit).Select(ClosetAnswer.Of)],
            filter.Near is null && items.Count > page.Limit ? items[page.Limit - 1].Id : null), ServerJson.Options);
    }

    static async Task<JsonHttpResult<ClosetAnswer>> GetAsync(
        string id, Visitor visitor, DrapeStore store, CancellationToken cancellation) =>
        Answer(await RequireAsync(id, visitor, store, cancellation));

    static async Task<JsonHttpResult<ClosetAnswer>> ChangeAsync(string id, HttpRequest request, Visitor visitor,
        DrapeStore store, Reader reader, PhotoIntake intake, CancellationToken cancellation)
    {
        var patch = await intake.ReadJsonAsync(
            request, "Send {\"type\": \"polo\"}, or another field of the piece.", cancellation);
        var known = await KnownWords.OfAsync(reader, cancellation);
        return await DoAsync(id, visitor, (person, piece, c) => store.Closets.ChangeAsync(
            person, piece, details => ClosetDetailsPatch.Apply(details, patch, known), c), cancellation);
    }

    static async Task<JsonHttpResult<ClosetAnswer>> DeleteAsync(
        string id, Visitor visitor, DrapeStore store, CancellationToken cancellation)
    {
        var item = await RequireAsync(id, visitor, store, cancellation);
        await store.Closets.DeleteAsync((await visitor.RequiredAsync()).Id, item.Id, cancellation);
        return Answer(await RequireAsync(id, visitor, store, cancellation));
    }

    static async Task<JsonHttpResult<ClosetAnswer>> MergeAsync(
        string id, Visitor visitor, DrapeStore store, CancellationToken cancellation)
    {
        var item = await RequireAsync(id, visitor, store, cancellation);
        return Answer(await store.Closets.MergeAsync((await visitor.RequiredAsync()).Id, item.Id, cancellation)
            ?? throw new ProblemException(ClosetProblems.NotTwo));
    }

    static async Task<JsonHttpResult<ClosetPage>> AlikesAsync(
        string id, Visitor visitor, DrapeStore store, ClosetAlikes alikes, CancellationToken cancellation)
    {
        var item = await RequireAsync(id, visitor, store, cancellation);
        var found = await alikes.FindAsync((await visitor.RequiredAsync()).Id, item, MostAlikes, cancellation);
        return TypedResults.Json(new ClosetPage([.. found.Select(ClosetAnswer.Of)], null), ServerJson.Options);
    }

    static async Task<JsonHttpResult<ClosetStatistics>> StatisticsAsync(
        Visitor visitor, DrapeStore store, CancellationToken cancellation) => TypedResults.Json(
            await ClosetStatistics.ReadAsync(store, (await visitor.RequiredAsync()).Id, cancellation), ServerJson.Options);

    static async Task<JsonHttpResult<ClosetSettings>> SettingsAsync(
        Visitor visitor, DrapeStore store, CancellationToken cancellation) => TypedResults.Json(new ClosetSettings(
            await store.Corrections.SharesAsync((await visitor.RequiredAsync()).Id, cancellation)), ServerJson.Options);

    static async Task<JsonHttpResult<ClosetSettings>> SetAsync(HttpRequest request, Visitor visitor, DrapeStore store,
        PhotoIntake intake, CancellationToken cancellation)
    {
        var json = await intake.ReadJsonAsync(request, "Send {\"sharesCorrections\": true}.", cancellation);
        bool shares = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("sharesCorrections", out var value)
            && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
            : throw new ProblemException(ClosetProblems.Wrong("'sharesCorrections' is true or false."));
        await store.Corrections.ShareAsync((await visitor.RequiredAsync()).Id, shares, cancellation);
        return TypedResults.Json(new ClosetSettings(shares), ServerJson.Options);
    }

    static async Task<NoContent> EmptyAsync(
        Visitor visitor, DrapeStore store, CancellationToken cancellation)
    {
        await store.Pictures.ForgetAsync(
            await store.Closets.EmptyBinAsync((await visitor.RequiredAsync()).Id, cancellation), store.Blobs, cancellation);
        return TypedResults.NoContent();
    }

    static JsonHttpResult<ClosetAnswer> Answer(ClosetItem item) =>
        TypedResults.Json(ClosetAnswer.Of(item), ServerJson.Options);
}
