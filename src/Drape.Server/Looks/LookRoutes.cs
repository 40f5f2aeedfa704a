using System.Text.Json;
using Drape.Server.Hosting;
using Drape.Server.OpenApi;
using Drape.Server.People;
using Drape.Server.Photos;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Looks;
using Microsoft.AspNetCore.Http.HttpResults;
using Look = Drape.Store.Looks.Look;

namespace Drape.Server.Looks;

/// <summary>The routes of looks. What somebody may see is decided where it is read; whose a look is says who is signed in.</summary>
static class LookRoutes
{
    /// <summary>Where looks are found.</summary>
    public const string Path = "/api/v1/looks";

    static readonly Dictionary<string, LookScope> Scopes = new()
    {
        ["public"] = LookScope.Public,
        ["visible"] = LookScope.Visible,
        ["following"] = LookScope.Following,
        ["own"] = LookScope.Own,
        ["scrapped"] = LookScope.Scrapped,
    };

    public static void MapLooks(this WebApplication app)
    {
        var open = app.MapGroup(Path).WithTags("Looks");
        open.MapGet("", ListAsync)
            .WithName("ListLooks")
            .WithSummary("Lists looks")
            .WithDescription("""
                The last posted first. `scope` is public (if left out), visible (also what is for followers of whom one follows),
                following, own or scrapped; the last three need somebody who is signed in. `style` and `person` (a handle) choose
                among them. `limit` (1 to 500, 50 if left out) is the size of a page, `after` is the `next` of the page before.
                """)
            .Produces<LookPage>()
            .ProducesProblems(400, 401, 500, 503);
        open.MapGet("/{id}", GetAsync)
            .WithName("GetLook")
            .WithSummary("Gives a look")
            .WithDescription("What who asks may not see is not there for them.")
            .Produces<LookAnswer>()
            .ProducesProblems(404, 500, 503);
        open.MapLookPictures();
        open.MapCards();
        open.MapReadComments();

        var looks = app.MapGroup(Path).WithTags("Looks").ForPeople();
        looks.MapPost("", PostAsync)
            .WithName("PostLook")
            .WithSummary("Posts a look")
            .WithDescription("""
                A form with the photo of an outfit that somebody wears as its part `photo`; with it `text` (at most 1000
                characters), `visibility` (public, followers, private; public if left out) and `section` (open, women, men: where
                it stands in the leaderboard; open if left out). Style and score are read off the photo by the server. The photo
                is encoded anew: nothing that the camera wrote into it is kept.
                """)
            .Produces<LookAnswer>()
            .ProducesProblems(400, 401, 403, 408, 413, 415, 422, 429, 500, 503)
            .TakesBody("multipart/form-data", LookForm.Schema);
        looks.MapPatch("/{id}", ChangeAsync)
            .WithName("ChangeLook")
            .WithSummary("Changes what is said of one's look")
            .WithDescription("What the JSON object names is set, all else stays: `text`, `visibility`, `section`.")
            .Accepts<JsonElement>("application/json")
            .TakesBody("application/json", LookForm.PatchSchema)
            .Produces<LookAnswer>()
            .ProducesProblems(400, 401, 403, 404, 415, 422, 500, 503);
        looks.MapDelete("/{id}", DeleteAsync)
            .WithName("DeleteLook")
            .WithSummary("Takes one's look away")
            .WithDescription("For 30 days it can be had back; then it is forgotten, with its picture.")
            .Produces(204)
            .ProducesProblems(401, 403, 404, 500, 503);
        looks.MapPost("/{id}:restore", RestoreAsync)
            .WithName("RestoreLook")
            .WithSummary("Brings one's look back")
            .WithDescription("A look that is there stays as it is.")
            .Produces<LookAnswer>()
            .ProducesProblems(401, 403, 404, 500, 503);
        looks.MapMarks();
        looks.MapComments();
        looks.MapReports();
    }

    static async Task<JsonHttpResult<LookPage>> ListAsync(HttpRequest request, string? scope, string? style, string? person,
        string? limit, string? after, Visitor visitor, DrapeStore store, CancellationToken cancellation)
    {
        var page = PageQuery.Parse(request, limit, after, "scope", "style", "person");
        var wanted = Scopes.TryGetValue(scope ?? "public", out var known) ? known : throw new ProblemException(
            RequestProblems.WrongParameter($"'scope' is '{scope}': it is {string.Join(", ", Scopes.Keys)}, or left out."));
        var viewer = await visitor.ViewerAsync();
        if (viewer.Person is null && wanted is not (LookScope.Public or LookScope.Visible))
        {
            throw new ProblemException(RequestProblems.NotSignedIn);
        }

        var filter = new LookFilter { Scope = wanted, Style = Asked("style", style), Handle = Asked("person", person) };
        var (shown, last) = page.Cut(await store.Looks.ListAsync(viewer, filter, page.After, page.Limit + 1, cancellation));
        return JsonAnswer.Of(new LookPage([.. shown.Select(LookAnswer.Of)], last?.Id));
    }

    /// <summary>A word of the address; null where there is none.</summary>
    /// <exception cref="ProblemException">It holds what no text can.</exception>
    public static string? Asked(string name, string? text) => string.IsNullOrWhiteSpace(text) ? null
        : text.Contains('\0', StringComparison.Ordinal)
            ? throw new ProblemException(RequestProblems.WrongParameter($"'{name}' holds a character that is none."))
            : text.Trim();

    static async Task<JsonHttpResult<LookAnswer>> GetAsync(
        string id, Visitor visitor, DrapeStore store, CancellationToken cancellation) =>
        Answer(await store.Looks.RequireAsync(id, visitor, cancellation));

    static async Task<JsonHttpResult<LookAnswer>> PostAsync(HttpRequest request, Visitor visitor, PhotoIntake intake,
        PhotoDesk photos, LookDesk desk, CancellationToken cancellation)
    {
        photos.RequireRoom();
        using var form = await intake.ReadFormAsync(request, PhotoIntake.Field, cancellation);
        var details = LookForm.Read(form.Texts.GetValueOrDefault("text"), form.Texts.GetValueOrDefault("visibility"),
            form.Texts.GetValueOrDefault("section"));
        var photo = form.File ?? throw new ProblemException(RequestProblems.MissingPhoto(
            $"The form has no photo. Send it as the part named \"{PhotoIntake.Field}\"."));
        return Answer(await desk.PostAsync((await visitor.RequiredAsync()).Id, photo, details, postedAt: null, cancellation));
    }

    static async Task<JsonHttpResult<LookAnswer>> ChangeAsync(string id, HttpRequest request, Visitor visitor,
        DrapeStore store, PhotoIntake intake, CancellationToken cancellation)
    {
        var patch = await intake.ReadJsonAsync(request, "Send {\"visibility\": \"private\"}.", cancellation);
        long person = (await visitor.RequiredAsync()).Id;
        return Answer(await store.Looks.ChangeAsync(
                person, RouteNumber.Of(id), details => LookForm.Apply(details, patch), cancellation)
            ?? throw await RefusalAsync(id, visitor, store, cancellation));
    }

    static async Task<NoContent> DeleteAsync(
        string id, Visitor visitor, DrapeStore store, CancellationToken cancellation) =>
        await store.Looks.DeleteAsync((await visitor.RequiredAsync()).Id, RouteNumber.Of(id), cancellation)
            ? TypedResults.NoContent() : throw await RefusalAsync(id, visitor, store, cancellation);

    static async Task<JsonHttpResult<LookAnswer>> RestoreAsync(
        string id, Visitor visitor, DrapeStore store, CancellationToken cancellation) =>
        Answer(await store.Looks.RestoreAsync((await visitor.RequiredAsync()).Id, RouteNumber.Of(id), cancellation)
            ?? throw await RefusalAsync(id, visitor, store, cancellation));

    /// <summary>Of a look that somebody sees they may know that it is another one's; any other is not there.</summary>
    static async Task<ProblemException> RefusalAsync(
        string id, Visitor visitor, DrapeStore store, CancellationToken cancellation) => new(
        await store.Looks.GetAsync(await visitor.ViewerAsync(), RouteNumber.Of(id), cancellation) is null
            ? LookProblems.NotFound(id) : LookProblems.NotYours(id));

    static JsonHttpResult<LookAnswer> Answer(Look look) => JsonAnswer.Of(LookAnswer.Of(look));
}
