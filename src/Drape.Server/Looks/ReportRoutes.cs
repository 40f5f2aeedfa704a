using Drape.Server.Hosting;
using Drape.Server.People;
using Drape.Server.Photos;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Looks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Drape.Server.Looks;

/// <summary>The routes by which people report, and moderators decide.</summary>
static class ReportRoutes
{
    const string Reasons = "nudity, hate, harassment, stolen, spam or other";

    public static void MapReports(this RouteGroupBuilder looks)
    {
        looks.MapPost("/{id}/reports", (string id, HttpRequest request, Visitor visitor, DrapeStore store, PhotoIntake intake,
                IOptions<LookOptions> options, CancellationToken cancellation) =>
                AddAsync(id, null, request, visitor, store, intake, options.Value, cancellation))
            .WithName("ReportLook")
            .WithSummary("Reports a look")
            .WithDescription($"To those who look after the server. `reason` is {Reasons}; `note` has at most 500 characters.")
            .Accepts<ReportBody>("application/json")
            .Produces(204)
            .ProducesProblems(400, 401, 403, 404, 415, 422, 500, 503);
        looks.MapPost("/{id}/comments/{comment}/reports", (string id, string comment, HttpRequest request, Visitor visitor,
                DrapeStore store, PhotoIntake intake, IOptions<LookOptions> options, CancellationToken cancellation) =>
                AddAsync(id, comment, request, visitor, store, intake, options.Value, cancellation))
            .WithName("ReportComment")
            .WithSummary("Reports a comment")
            .WithDescription($"To those who look after the server. `reason` is {Reasons}; `note` has at most 500 characters.")
            .Accepts<ReportBody>("application/json")
            .Produces(204)
            .ProducesProblems(400, 401, 403, 404, 415, 422, 500, 503);
    }

    public static void MapModeration(this WebApplication app)
    {
        var moderation = app.MapGroup("/api/v1/moderation").WithTags("Moderation").ForPeople()
            .RequireAuthorization(PeopleSetup.Administrators);
        moderation.MapGet("/reports", async (Visitor visitor, DrapeStore store, CancellationToken cancellation) =>
                JsonAnswer.Of(new ReportedPage([.. (await store.Reports.OpenAsync(
                    (await visitor.RequiredAsync()).Id, cancellation)).Select(ReportedAnswer.Of)])))
            .WithName("ListReports")
            .WithSummary("Gives what was reported and waits for a decision")
            .WithDescription("For who looks after the server. The longest waiting first, at most 100.")
            .Produces<ReportedPage>()
            .ProducesProblems(401, 403, 500, 503);
        foreach (bool hides in (bool[])[true, false])
        {
            string verb = hides ? "hide" : "dismiss", name = hides ? "Hide" : "Dismiss";
            string words = hides ? "Nobody but its author sees it from then on; dismissing takes that back."
                : "It stands, and is shown again where it was hidden.";
            moderation.MapPost($"/looks/{{id}}:{verb}", (string id, DrapeStore store, CancellationToken cancellation) =>
                    DecideAsync(store, id, null, hides, cancellation))
                .WithName(name + "Look")
                .WithSummary(hides ? "Hides a look that was reported" : "Lets a look stand that was reported")
                .WithDescription("For who looks after the server. " + words)
                .Produces(204)
                .ProducesProblems(401, 403, 404, 500, 503);
            moderation.MapPost($"/looks/{{id}}/comments/{{comment}}:{verb}", (string id, string comment, DrapeStore store,
                    CancellationToken cancellation) => DecideAsync(store, id, comment, hides, cancellation))
                .WithName(name + "Comment")
                .WithSummary(hides ? "Hides a comment that was reported" : "Lets a comment stand that was reported")
                .WithDescription("For who looks after the server. " + words)
                .Produces(204)
                .ProducesProblems(401, 403, 404, 500, 503);
        }
    }

    /// <summary>Reports a look or a comment on it.</summary>
    /// <exception cref="ProblemException">It cannot be reported so.</exception>
    public static async Task ReportAsync(DrapeStore store, LookOptions options, long person, Look look, long? comment,
        string? reason, string? note, CancellationToken cancellation)
    {
        var why = LookWords.Reason(reason)
            ?? throw new ProblemException(LookProblems.Wrong($"'reason' is '{reason}': it is {Reasons}."));
        try
        {
            if (!await store.Reports.AddAsync(person, look.Id, comment, why, note, options.Limits, cancellation))
            {
                throw new ProblemException(LookProblems.TooManyReports(options));
            }
        }
        catch (ArgumentException e)
        {
            throw new ProblemException(LookProblems.Wrong(e.Message), e);
        }
    }

    /// <summary>A comment on a look; null if there is none that the viewer may see.</summary>
    public static async Task<LookComment?> FindAsync(
        DrapeStore store, Viewer viewer, long look, long comment, CancellationToken cancellation) =>
        (await store.Comments.ListAsync(viewer, look, comment == long.MaxValue ? comment : comment + 1, 1, cancellation))
            .FirstOrDefault(found => found.Id == comment);

    static async Task<NoContent> AddAsync(string id, string? comment, HttpRequest request, Visitor visitor, DrapeStore store,
        PhotoIntake intake, LookOptions options, CancellationToken cancellation)
    {
        var json = await intake.ReadJsonAsync(request, "Send {\"reason\": \"spam\"}.", cancellation);
        var look = await store.Looks.RequireAsync(id, visitor, cancellation);
        long? number = comment is null ? null : RouteNumber.Of(comment);
        if (number is { } asked && await FindAsync(store, await visitor.ViewerAsync(), look.Id, asked, cancellation) is null)
        {
            throw new ProblemException(LookProblems.NoComment(comment!));
        }

        await ReportAsync(store, options, (await visitor.RequiredAsync()).Id, look, number, json.TextOf("reason"),
            json.TextOf("note"), cancellation);
        return TypedResults.NoContent();
    }

    static async Task<NoContent> DecideAsync(
        DrapeStore store, string id, string? comment, bool hides, CancellationToken cancellation) =>
        await store.Reports.DecideAsync(
            RouteNumber.Of(id), comment is null ? null : RouteNumber.Of(comment), hides, cancellation)
            ? TypedResults.NoContent() : throw new ProblemException(LookProblems.NotReported(comment ?? id));
}

/// <summary>Why something should not be there.</summary>
/// <param name="Reason">nudity, hate, harassment, stolen, spam or other.</param>
/// <param name="Note">What there is to say of it.</param>
public sealed record ReportBody(string Reason, string? Note);
