using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Identity;

namespace Drape.Server.People.SignIn;

/// <summary>
/// Signing in with Facebook and Kakao, each where the settings have its <c>Id</c> and <c>Secret</c>
/// (<c>SignIn:Facebook:Id</c>). What they tell of a person is the name and their own key; their addresses are not taken over,
/// since nobody here has seen them confirmed.
/// </summary>
static class OtherServices
{
    const string Section = "SignIn";

    /// <summary>Where each service is found, unless the settings say otherwise.</summary>
    static readonly Service[] Known =
    [
        new("Facebook", "https://www.facebook.com/v19.0/dialog/oauth", "https://graph.facebook.com/v19.0/oauth/access_token",
            "https://graph.facebook.com/v19.0/me?fields=id,name", "public_profile", Pkce: false),
        new("Kakao", "https://kauth.kakao.com/oauth/authorize", "https://kauth.kakao.com/oauth/token",
            "https://kapi.kakao.com/v2/user/me", "profile_nickname", Pkce: true),
    ];

    public static void AddOtherServices(this AuthenticationBuilder authentication, IConfiguration configuration)
    {
        foreach (var service in Known)
        {
            var settings = configuration.GetSection($"{Section}:{service.Name}");
            if (settings["Id"] is { Length: > 0 } id && settings["Secret"] is { Length: > 0 } secret)
            {
                authentication.AddOAuth(service.Name, service.Name, options => Prepare(options, service, settings, id, secret));
            }
        }
    }

    static void Prepare(OAuthOptions options, Service service, IConfiguration settings, string id, string secret)
    {
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.ClientId = id;
        options.ClientSecret = secret;
        options.CallbackPath = $"/signin-{service.Name.ToLowerInvariant()}";
        options.AccessDeniedPath = "/account/sign-in";
        options.AuthorizationEndpoint = settings["Authorize"] ?? service.Authorize;
        options.TokenEndpoint = settings["Token"] ?? service.Token;
        options.UserInformationEndpoint = settings["Information"] ?? service.Information;
        options.Scope.Add(service.Scope);
        options.UsePkce = service.Pkce;
        // The services come back with a plain link, which Lax lets through; None would need https even on loopback.
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ClaimActions.MapJsonKey(ClaimTypes.NameIdentifier, "id");
        options.ClaimActions.MapCustomJson(ClaimTypes.Name, NameOf);
        options.Events.OnCreatingTicket = AskWhoAsync;
        options.Events.OnRemoteFailure = context =>
        {
            // Denied, timed out or tampered with: in any case the way in is open again.
            context.Response.Redirect("/account/sign-in?failed=service");
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    static async Task AskWhoAsync(OAuthCreatingTicketContext context)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, context.Options.UserInformationEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", context.AccessToken);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var answer = await context.Backchannel.SendAsync(request, context.HttpContext.RequestAborted);
        answer.EnsureSuccessStatusCode();
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(context.HttpContext.RequestAborted));
        context.RunClaimActions(document.RootElement);
    }

    /// <summary>Facebook says <c>name</c>, Kakao <c>properties.nickname</c>.</summary>
    static string? NameOf(JsonElement person) =>
        person.TryGetProperty("name", out var name) ? name.GetString()
        : person.TryGetProperty("properties", out var properties) && properties.TryGetProperty("nickname", out var nickname)
            ? nickname.GetString() : null;

    sealed record Service(string Name, string Authorize, string Token, string Information, string Scope, bool Pkce);
}
