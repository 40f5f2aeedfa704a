using System.Globalization;
using Drape.Server.People;
using Microsoft.AspNetCore.Localization;

namespace Drape.Server.Pages;

/// <summary>The languages of the pages, and how one of them is chosen.</summary>
static class Languages
{
    public const string English = "en";
    public const string Korean = "ko";

    /// <summary>The cookie that keeps a choice where nobody is signed in.</summary>
    public const string Cookie = "drape-language";

    public static IReadOnlyList<string> All { get; } = [English, Korean];

    /// <summary>The language's name in itself.</summary>
    public static string OwnName(string language) => language == Korean ? "한국어" : "English";

    /// <summary>The language of a culture. By its name alone: where globalisation is invariant, cultures have nothing else.</summary>
    public static string Of(CultureInfo culture) => Named(culture.Name) ?? English;

    public static void AddLanguages(this IServiceCollection services) => services.AddLocalization()
        .Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(English).AddSupportedCultures([.. All]).AddSupportedUICultures([.. All]);
            options.RequestCultureProviders =
            [
                new PersonLanguage(),
                new CookieLanguage(),
                new BrowserLanguage(),
            ];
        });

    /// <summary>Pages speak a language; the API answers everybody alike.</summary>
    public static void UseLanguages(this WebApplication app) => app.UseWhen(
        context => !context.Request.Path.StartsWithSegments("/api"), pages => pages.UseRequestLocalization());

    sealed class PersonLanguage : RequestCultureProvider
    {
        public override async Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
        {
            var person = await httpContext.RequestServices.GetRequiredService<Visitor>().PersonAsync();
            return person?.Language is { } chosen && All.Contains(chosen) ? new ProviderCultureResult(chosen) : null;
        }
    }

    sealed class CookieLanguage : RequestCultureProvider
    {
        public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
            Task.FromResult(httpContext.Request.Cookies[Cookie] is { } chosen && All.Contains(chosen)
                ? new ProviderCultureResult(chosen) : null);
    }

    /// <summary>The browser's first language that is one of ours; "ko-KR" is Korean.</summary>
    sealed class BrowserLanguage : RequestCultureProvider
    {
        public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
        {
            string? first = httpContext.Request.GetTypedHeaders().AcceptLanguage
                .OrderByDescending(wish => wish.Quality ?? 1)
                .Select(wish => Named(wish.Value.ToString()))
                .FirstOrDefault(language => language is not null);
            return Task.FromResult(first is null ? null : new ProviderCultureResult(first));
        }
    }

    static string? Named(string culture) =>
        All.FirstOrDefault(language => language.Equals(culture.Split('-')[0], StringComparison.OrdinalIgnoreCase));
}
