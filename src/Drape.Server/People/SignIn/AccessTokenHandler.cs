using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Drape.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Drape.Server.People.SignIn;

/// <summary>Signs in a program by <c>Authorization: Bearer drape_...</c>.</summary>
sealed class AccessTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, DrapeStore store)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "token";
    const string Bearer = "Bearer ";

    /// <summary>Whether a request brings a key, right or wrong.</summary>
    public static bool Concerns(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Concerns(Request))
        {
            return AuthenticateResult.NoResult();
        }

        string key = Request.Headers.Authorization.ToString()[Bearer.Length..].Trim();
        if (await store.AccessTokens.PersonOfAsync(key, Context.RequestAborted) is not { } person)
        {
            return AuthenticateResult.Fail("The key is none, or has ended.");
        }

        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, person.ToString(CultureInfo.InvariantCulture))], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }
}
