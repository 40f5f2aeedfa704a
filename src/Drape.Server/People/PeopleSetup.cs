using System.Net;
using Drape.Server.People.Data;
using Drape.Server.People.Mail;
using Drape.Server.People.SignIn;
using Drape.Server.People.Tokens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Drape.Server.People;

/// <summary>Who people are and how they sign in.</summary>
static class PeopleSetup
{
    /// <summary>For how long somebody who is not seen stays signed in.</summary>
    public static readonly TimeSpan SessionLife = TimeSpan.FromDays(30);

    /// <summary>The policy of what only those may see who look after the server.</summary>
    public const string Administrators = "administrators";

    const string ByCookieOrKey = "cookie-or-key";

    public static void AddPeople(this WebApplicationBuilder builder, string home)
    {
        var services = builder.Services;
        bool secure = SiteAddress.IsSecure(builder.Configuration);
        services.AddHttpContextAccessor();
        services.AddScoped<Visitor>();
        services.AddScoped<Writers>();
        services.AddOptions<ApiOptions>().BindConfiguration(ApiOptions.Section)
            .Validate(o => o.IsValid, $"Api:Writers is '{ApiOptions.Anyone}' or '{ApiOptions.Keys}'.")
            .ValidateOnStart();
        services.AddSingleton<SiteAddress>();
        services.AddSingleton<TryLimits>();
        services.AddSingleton<ProfilePictures>();
        services.AddScoped<PasswordDoor>();
        services.AddScoped<PasswordRules>();
        services.AddSingleton<SignUpCookie>();
        services.AddScoped<PersonalArchive>();
        services.AddScoped<IPersonalData, AccountData>();
        services.AddMail(home);
        services.AddSealing();
        services.AddIdentity();
        services.AddCookies(secure);
        services.AddAuthentication(ByCookieOrKey)
            .AddPolicyScheme(ByCookieOrKey, null, options => options.ForwardDefaultSelector = context =>
                AccessTokenHandler.Concerns(context.Request) ? AccessTokenHandler.SchemeName : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, AccessTokenHandler>(AccessTokenHandler.SchemeName, null)
            .AddOtherServices(builder.Configuration);
        services.AddAuthorizationBuilder().AddPolicy(Administrators, policy => policy.AddRequirements(new LooksAfter()));
        services.AddScoped<IAuthorizationHandler, LooksAfterHandler>();
        services.AddProxies(builder.Configuration);
        // The keys lie in the same database as what they seal; see docs/accounts.md.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }

    /// <summary>
    /// Takes who asks from the proxies that are believed; and where people come over https, every request is one, whatever
    /// the way between the proxy and this server is.
    /// </summary>
    public static void UseProxies(this WebApplication app)
    {
        app.UseForwardedHeaders();
        if (SiteAddress.IsSecure(app.Configuration))
        {
            app.Use(static (context, next) =>
            {
                context.Request.Scheme = Uri.UriSchemeHttps;
                return next(context);
            });
        }
    }

    public static void MapPeople(this WebApplication app)
    {
        app.MapMe();
        app.MapAccessTokens();
        app.MapPictures();
    }

    static void AddMail(this IServiceCollection services, string home)
    {
        services.AddSingleton(s => new Mailer(
            s.GetRequiredService<IConfiguration>(), home, s.GetRequiredService<ILogger<Mailer>>()));
        services.AddScoped<LetterWriter>();
        services.AddSingleton<LetterCarrier>();
        services.AddHostedService(s => s.GetRequiredService<LetterCarrier>());
        services.AddSingleton<PostOffice>();
    }

    static void AddSealing(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Drape");
        services.AddOptions<KeyManagementOptions>()
            .Configure<IServiceProvider>((options, provider) => options.XmlRepository = new ProtectionKeys(provider));
    }

    static void AddIdentity(this IServiceCollection services)
    {
        services.AddIdentityCore<IdentityPerson>(options =>
            {
                // Length is what makes a password hard to guess; rules about kinds of letters only make it hard to remember.
                options.Password.RequiredLength = 10;
                options.Password.RequiredUniqueChars = 5;
                options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase =
                    options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 8;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            })
            .AddSignInManager()
            .AddTokenProvider<DataProtectorTokenProvider<IdentityPerson>>(TokenOptions.DefaultProvider)
            .AddTokenProvider<AuthenticatorTokenProvider<IdentityPerson>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddScoped<IUserStore<IdentityPerson>, IdentityStore>();
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = TimeSpan.FromHours(2));
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(5));
    }

    static void AddCookies(this IServiceCollection services, bool secure)
    {
        services.AddAuthentication().AddIdentityCookies();
        services.AddSingleton<SessionTickets>();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<SessionTickets>((options, tickets) =>
            {
                Seal(options.Cookie, "drape", secure);
                options.SessionStore = tickets;
                options.ExpireTimeSpan = SessionLife;
                options.SlidingExpiration = true;
                options.LoginPath = "/account/sign-in";
                options.AccessDeniedPath = "/account/denied";
                options.ReturnUrlParameter = "returnUrl";
                options.Events.OnRedirectToLogin = context => Lead(context, StatusCodes.Status401Unauthorized);
                options.Events.OnRedirectToAccessDenied = context => Lead(context, StatusCodes.Status403Forbidden);
            });
        foreach (var (scheme, name) in ((string, string)[])
            [(IdentityConstants.ExternalScheme, "drape-service"), (IdentityConstants.TwoFactorUserIdScheme, "drape-step")])
        {
            services.Configure<CookieAuthenticationOptions>(scheme, options => Seal(options.Cookie, name, secure));
        }

        services.AddAntiforgery(options => Seal(options.Cookie, "drape-forms", secure));
        services.Configure<CookieTempDataProviderOptions>(options => Seal(options.Cookie, "drape-note", secure));
    }

    static void Seal(CookieBuilder cookie, string name, bool secure)
    {
        // The prefix lets browsers take the cookie over https and from this very host only.
        cookie.Name = secure ? "__Host-" + name : name;
        cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.HttpOnly = true;
        cookie.Path = "/";
    }

    /// <summary>
    /// Pages lead to where one signs in; the API says what is missing. A part of a page that htmx asks for must not become
    /// the page of the door: the whole page goes there, and comes back.
    /// </summary>
    static Task Lead(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        bool part = context.Request.Headers.ContainsKey("HX-Request");
        if (part && status == StatusCodes.Status401Unauthorized)
        {
            string page = Uri.TryCreate(context.Request.Headers["HX-Current-URL"], UriKind.Absolute, out var shown)
                ? shown.PathAndQuery : "/";
            context.Response.Headers["HX-Redirect"] =
                $"{context.Options.LoginPath}?{context.Options.ReturnUrlParameter}={Uri.EscapeDataString(page)}";
        }

        if (part || context.Request.Path.StartsWithSegments("/api"))
        {
            context.Response.StatusCode = status;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }

    /// <summary>Believes what a proxy says of who asks, where <c>Site:Proxies</c> names its address.</summary>
    static void AddProxies(this IServiceCollection services, ConfigurationManager configuration) =>
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (string proxy in (configuration["Site:Proxies"] ?? "")
                .Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
            {
                options.KnownProxies.Add(IPAddress.TryParse(proxy, out var address) ? address
                    : throw new InvalidOperationException(
                        $"Site:Proxies has '{proxy}', which is no address: write it as '10.0.0.2, 10.0.0.3'."));
            }

            options.ForwardedHeaders = options.KnownProxies.Count > 0
                ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
        });

    sealed class LooksAfter : IAuthorizationRequirement;

    sealed class LooksAfterHandler(Visitor visitor) : AuthorizationHandler<LooksAfter>
    {
        protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, LooksAfter requirement)
        {
            if (await visitor.PersonAsync() is { Administrator: true })
            {
                context.Succeed(requirement);
            }
        }
    }
}
