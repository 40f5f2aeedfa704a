using Drape.Server.Problems;
using Microsoft.Extensions.Options;

namespace Drape.Server.People;

/// <summary>
/// Lets in who may change what all see: anybody, or with the setting <c>Api:Writers</c> at <c>keys</c> who looks after the server. A
/// browser asks only from pages of ours (<see cref="Hosting.OwnPagesOnly"/>), so nothing more is asked of it.
/// </summary>
sealed class Writers(IOptions<ApiOptions> options, Visitor visitor)
{
    /// <summary>Refuses who may not.</summary>
    /// <param name="owner">Who may although they do not look after the server, since it is theirs.</param>
    /// <exception cref="ProblemException">Who asks may not.</exception>
    public async Task RequireAsync(long? owner = null)
    {
        if (options.Value.Writers == ApiOptions.Anyone)
        {
            return;
        }

        var person = await visitor.PersonAsync() ?? throw new ProblemException(RequestProblems.NoWriter);
        if (!person.Administrator && person.Id != owner)
        {
            throw new ProblemException(RequestProblems.NotAWriter);
        }
    }
}

/// <summary>What a route says that changes what all see.</summary>
static class WriterRoutes
{
    /// <summary>Lets in only who may write, before anything of the request is read.</summary>
    public static RouteHandlerBuilder ForWriters(this RouteHandlerBuilder route) => route.AsksWhoWrites()
        .AddEndpointFilter(async (call, next) =>
        {
            await call.HttpContext.RequestServices.GetRequiredService<Writers>().RequireAsync();
            return await next(call);
        });

    /// <summary>Says that a route asks who writes; it does so itself.</summary>
    /// <param name="route">The route.</param>
    /// <param name="always">Whether each of its requests writes.</param>
    public static RouteHandlerBuilder AsksWhoWrites(this RouteHandlerBuilder route, bool always = true) =>
        route.WithMetadata(new WritersOnly(always)).ProducesProblems(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden);
}

/// <summary>Says of a route that the setting <c>Api:Writers</c> is about it.</summary>
/// <param name="Always">Whether it is about each of its requests.</param>
sealed record WritersOnly(bool Always);
