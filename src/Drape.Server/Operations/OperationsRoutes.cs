using Drape.Server.Hosting;
using Drape.Server.People;
using Drape.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Drape.Server.Operations;

/// <summary>The routes for who looks after the server.</summary>
static class OperationsRoutes
{
    const int LongestWords = 200;

    public static void MapOperations(this WebApplication app)
    {
        var operations = app.MapGroup("/api/v1/operations").WithTags("Operations").ForPeople()
            .RequireAuthorization(PeopleSetup.Administrators);
        operations.MapGet("", async (OperationsDesk desk, CancellationToken cancellation) =>
                JsonAnswer.Of(await desk.ReadAsync(cancellation)))
            .WithName("GetOperations")
            .WithSummary("Tells how the server is")
            .WithDescription("Jobs, networks, catalogs, people, storage and health in figures. For administrators.")
            .Produces<OperationsAnswer>()
            .ProducesProblems(401, 403, 500, 503);
        operations.MapGet("/people", PeopleAsync)
            .WithName("ListPeople")
            .WithSummary("Lists accounts")
            .WithDescription("""
                The newest first, and nothing of what people keep. `words` chooses those whose name, handle or address has them in
                it; `limit` (1 to 500, 50 if left out) is the size of a page, `after` is the `next` of the page before. For
                administrators.
                """)
            .Produces<AccountPage>()
            .ProducesProblems(400, 401, 403, 500, 503);
    }

    static async Task<JsonHttpResult<AccountPage>> PeopleAsync(HttpRequest request, OperationsDesk desk, string? words,
        string? limit, string? after, CancellationToken cancellation)
    {
        var page = PageQuery.Parse(request, limit, after, "words");
        return JsonAnswer.Of(await desk.PeopleAsync(Words(words), page.After, page.Limit, cancellation));
    }

    /// <summary>What is searched for, as far as it is read.</summary>
    /// <exception cref="ProblemException">It holds what is no character.</exception>
    public static string? Words(string? words) =>
        words?.Contains('\0') == true ? throw new ProblemException(RequestProblems.WrongParameter("'words' holds a character that is none."))
            : words?.Length > LongestWords ? words[..LongestWords] : words;
}
