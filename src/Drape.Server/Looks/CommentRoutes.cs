using Drape.Server.Hosting;
using Drape.Server.People;
using Drape.Server.Photos;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Looks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Drape.Server.Looks;

/// <summary>The routes of comments.</summary>
static class CommentRoutes
{
    public static void MapReadComments(this RouteGroupBuilder looks) => looks.MapGet("/{id}/comments", ListAsync)
        .WithName("ListComments")
        .WithSummary("Gives the comments on a look")
        .WithDescription("""
            The last first. `limit` (1 to 500, 50 if left out) is the size of a page, `after` is the `next` of the page before.
            """)
        .Produces<CommentPage>()
        .ProducesProblems(400, 404, 500, 503);

    public static void MapComments(this RouteGroupBuilder looks)
    {
        looks.MapPost("/{id}/comments", AddAsync)
            .WithName("AddComment")
            .WithSummary("Says something to a look")
            .WithDescription("`text` has 1 to 500 characters.")
            .Accepts<CommentBody>("application/json")
            .Produces<CommentAnswer>()
            .ProducesProblems(400, 401, 403, 404, 415, 422, 500, 503);
        looks.MapDelete("/{id}/comments/{comment}", DeleteAsync)
            .WithName("DeleteComment")
            .WithSummary("Deletes a comment")
            .WithDescription("One's own, or any on one's own look.")
            .Produces(204)
            .ProducesProblems(401, 403, 404, 500, 503);
    }

    /// <summary>Says something to a look that who asks may see.</summary>
    /// <exception cref="ProblemException">It cannot be said.</exception>
    public static async Task<LookComment> SayAsync(
        DrapeStore store, LookOptions options, long person, Look look, string? text, CancellationToken cancellation)
    {
        try
        {
            return await store.Comments.AddAsync(person, look.Id, text ?? "", options.Limits, cancellation: cancellation)
                ?? throw new ProblemException(LookProblems.TooTalkative(options));
        }
        catch (ArgumentException e)
        {
            throw new ProblemException(LookProblems.Wrong(e.Message), e);
        }
    }

    static async Task<JsonHttpResult<CommentPage>> ListAsync(string id, HttpRequest request, string? limit, string? after,
        Visitor visitor, DrapeStore store, CancellationToken cancellation)
    {
        var page = PageQuery.Parse(request, limit, after);
        var look = await store.Looks.RequireAsync(id, visitor, cancellation);
        var (shown, last) = page.Cut(await store.Comments.ListAsync(
            await visitor.ViewerAsync(), look.Id, page.After, page.Limit + 1, cancellation));
        return JsonAnswer.Of(new CommentPage([.. shown.Select(CommentAnswer.Of)], last?.Id));
    }

    static async Task<JsonHttpResult<CommentAnswer>> AddAsync(string id, HttpRequest request, Visitor visitor,
        DrapeStore store, PhotoIntake intake, IOptions<LookOptions> options, CancellationToken cancellation)
    {
        var json = await intake.ReadJsonAsync(request, "Send {\"text\": \"The belt makes it.\"}.", cancellation);
        var look = await store.Looks.RequireAsync(id, visitor, cancellation);
        return JsonAnswer.Of(CommentAnswer.Of(await SayAsync(
            store, options.Value, (await visitor.RequiredAsync()).Id, look, json.TextOf("text"), cancellation)));
    }

    static async Task<NoContent> DeleteAsync(
        string id, string comment, Visitor visitor, DrapeStore store, CancellationToken cancellation) =>
        await store.Comments.DeleteAsync(
            (await visitor.RequiredAsync()).Id, RouteNumber.Of(id), RouteNumber.Of(comment), cancellation)
            ? TypedResults.NoContent() : throw new ProblemException(LookProblems.NoComment(comment));
}

/// <summary>What somebody says.</summary>
/// <param name="Text">1 to 500 characters.</param>
public sealed record CommentBody(string Text);
