using Drape.Server.People.SignIn;
using Drape.Server.Problems;
using Microsoft.AspNetCore.Antiforgery;

namespace Drape.Server.People;

/// <summary>What a route says that is for people who are signed in.</summary>
static class PersonRoutes
{
    /// <summary>
    /// Lets in only who is signed in: a person by cookie, or a program by key. What a browser asks to change must carry the
    /// page's token, which no other site's page knows.
    /// </summary>
    public static TBuilder ForPeople<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder =>
        routes.RequireAuthorization().AddEndpointFilter(async (call, next) =>
        {
            var http = call.HttpContext;
            if (await http.RequestServices.GetRequiredService<Visitor>().PersonAsync() is null)
            {
                return new ProblemResult(RequestProblems.NotSignedIn); // the account was deleted a moment ago
            }

            bool reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
            return reads || AccessTokenHandler.Concerns(http.Request)
                || await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
                ? await next(call) : new ProblemResult(RequestProblems.MissingToken);
        });

    /// <summary>Lets in people at a browser only: what a key must not do that fell into wrong hands.</summary>
    public static TBuilder AtBrowser<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new AtBrowserOnly())
            .AddEndpointFilter(async (call, next) => AccessTokenHandler.Concerns(call.HttpContext.Request)
                ? new ProblemResult(RequestProblems.BrowserOnly) : await next(call));
}

/// <summary>Says of a route that it is not for keys.</summary>
sealed class AtBrowserOnly;
