using Drape.Server.People.SignIn;
using Drape.Server.Problems;
using Drape.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Drape.Server.People;

/// <summary>The routes of the browsers in which one is signed in.</summary>
static class SessionRoutes
{
    public static void MapSessions(this RouteGroupBuilder me)
    {
        var sessions = me.MapGroup("/sessions").AtBrowser();
        sessions.MapGet("", ListAsync)
            .WithName("ListMySessions")
            .WithSummary("Lists the browsers in which one is signed in")
            .WithDescription("The last seen first; `here` is the one that asks. Not for keys of programs.")
            .Produces<SessionList>()
            .ProducesProblems(401, 403, 500, 503);
        sessions.MapDelete("/{id:long}", EndAsync)
            .WithName("EndMySession")
            .WithSummary("Ends a session")
            .WithDescription("That browser has to sign in again. Answers with the sessions that are left.")
            .Produces<SessionList>()
            .ProducesProblems(401, 403, 404, 500, 503);
    }

    static async Task<JsonHttpResult<SessionList>> ListAsync(
        HttpContext http, Visitor visitor, DrapeStore store, CancellationToken cancellation)
    {
        long? here = await SessionTickets.KeyOf(http) is { } key ? await store.Sessions.NumberAsync(key, cancellation) : null;
        var all = await store.Sessions.ListAsync((await visitor.RequiredAsync()).Id, cancellation);
        return TypedResults.Json(new SessionList([.. all.Select(session => SessionAnswer.Of(session, here))]), ServerJson.Options);
    }

    static async Task<JsonHttpResult<SessionList>> EndAsync(
        long id, HttpContext http, Visitor visitor, DrapeStore store, CancellationToken cancellation) =>
        await store.Sessions.EndAsync((await visitor.RequiredAsync()).Id, id, cancellation)
            ? await ListAsync(http, visitor, store, cancellation)
            : throw new ProblemException(RequestProblems.NoSuchSession(id));
}
