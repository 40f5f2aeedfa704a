using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Drape.Server.People.Tokens;

/// <summary>The routes of a person's keys for programs. A key cannot make or end keys.</summary>
static class AccessTokenRoutes
{
    public static void MapAccessTokens(this WebApplication app)
    {
        var tokens = app.MapGroup("/api/v1/me/tokens").WithTags("Me").ForPeople().AtBrowser();
        tokens.MapGet("", ListAsync)
            .WithName("ListMyTokens")
            .WithSummary("Lists the keys with which programs act for a person")
            .WithDescription("The newest first; the keys themselves are shown once, when they are made.")
            .Produces<TokenList>()
            .ProducesProblems(401, 403, 500, 503);
        tokens.MapPost("", CreateAsync)
            .WithName("CreateMyToken")
            .WithSummary("Makes a key for a program")
            .WithDescription("`key` in the answer is sent as `Authorization: Bearer ...`, and shown this once.")
            .Produces<NewToken>()
            .ProducesProblems(400, 401, 403, 415, 500, 503);
        tokens.MapDelete("/{id:long}", EndAsync)
            .WithName("EndMyToken")
            .WithSummary("Ends a key")
            .WithDescription("Programs that use it are refused from now on. Answers with the keys that are left.")
            .Produces<TokenList>()
            .ProducesProblems(401, 403, 404, 500, 503);
    }

    static async Task<JsonHttpResult<TokenList>> ListAsync(
        Visitor visitor, DrapeStore store, CancellationToken cancellation) =>
        TypedResults.Json(
            new TokenList(await store.AccessTokens.ListAsync((await visitor.RequiredAsync()).Id, cancellation)),
            ServerJson.Options);

    static async Task<JsonHttpResult<NewToken>> CreateAsync(
        TokenRequest request, Visitor visitor, DrapeStore store, CancellationToken cancellation)
    {
        string name = TokenRules.Name(request.Name) ?? throw new ProblemException(RequestProblems.WrongParameter(
            $"'name' has 1 to {TokenRules.LongestName} characters: it says which program the key is for."));
        var expires = TokenRules.End(request.Days, store.Database.Now, out bool right);
        if (!right)
        {
            throw new ProblemException(RequestProblems.WrongParameter(
                $"'days' is a number from 1 to {TokenRules.MostDays}, or left out for a key without an end."));
        }

        var (key, token) = await store.AccessTokens.CreateAsync(
            (await visitor.RequiredAsync()).Id, name, expires, cancellation);
        return TypedResults.Json(new NewToken(key, token), ServerJson.Options);
    }

    static async Task<JsonHttpResult<TokenList>> EndAsync(
        long id, Visitor visitor, DrapeStore store, CancellationToken cancellation)
    {
        long person = (await visitor.RequiredAsync()).Id;
        return await store.AccessTokens.EndAsync(person, id, cancellation)
            ? TypedResults.Json(new TokenList(await store.AccessTokens.ListAsync(person, cancellation)), ServerJson.Options)
            : throw new ProblemException(RequestProblems.NoSuchToken(id));
    }
}

/// <summary>A wish for a key.</summary>
/// <param name="Name">Which program it is for; 1 to 60 characters.</param>
/// <param name="Days">After how many days it ends, 1 to 3650; left out for a key without an end.</param>
public sealed record TokenRequest(string? Name, int? Days);

/// <summary>A person's keys.</summary>
/// <param name="Tokens">The newest first.</param>
public sealed record TokenList(IReadOnlyList<AccessToken> Tokens);

/// <summary>A key that was just made.</summary>
/// <param name="Key">What a program sends; it is kept nowhere.</param>
/// <param name="Token">What is kept of it.</param>
public sealed record NewToken(string Key, AccessToken Token);
