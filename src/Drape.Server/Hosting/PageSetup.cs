using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Drape.Server.Pages;
using Drape.Server.People;
using Drape.Server.People.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.WebEncoders;

namespace Drape.Server.Hosting;

/// <summary>
/// The pages and their files. A file that is asked for by its version is kept for a year; any other is asked for again on
/// each visit and answered with 304 while unchanged.
/// </summary>
static class PageSetup
{
    const string Forever = "public, max-age=31536000, immutable";

    public static void AddPages(this IServiceCollection services)
    {
        services.AddLanguages();
        services.AddRazorPages(pages => pages.Conventions
            .AuthorizeFolder("/Account/Settings").AuthorizeFolder("/Closet").AuthorizeFolder("/Calendar")
            .AuthorizeFolder("/Operations", PeopleSetup.Administrators)
            .AuthorizePage("/Looks/Moderation", PeopleSetup.Administrators));
        services.Configure<MvcOptions>(mvc =>
        {
            mvc.Filters.Add<PageMethods>();
            mvc.Filters.Add<StaleForms>();
        });
        // Korean as it is; a page is UTF-8, and a letter as a number would be four times as long.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(options =>
        {
            options.HeaderName = "X-Drape-Token";
            options.SuppressXFrameOptionsHeader = true; // SecurityHeaders says it, to all
        });
        services.AddResponseCompression(options =>
        {
            // A page's secrets are encrypted anew in each answer, so that its length tells nothing about them.
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    public static void UsePages(this WebApplication app)
    {
        app.UseResponseCompression();
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".css"] = "text/css; charset=utf-8";
        types.Mappings[".js"] = "text/javascript; charset=utf-8";
        app.UseStaticFiles(new StaticFileOptions
        {
            ContentTypeProvider = types,
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Query.ContainsKey("v") || file.Context.Request.Path.StartsWithSegments("/fonts")
                    ? Forever : "no-cache",
        });
        app.UseRouting(); // after the files, so that a path is matched with routes only when it is none
        app.UseLimitsOfAddresses();
        app.UseAuthentication();
        app.UseLimitsOfPeople();
        app.UseLanguages(); // after who asks is known, who may have chosen one
        app.UseAuthorization();
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapRazorPages();
        app.MapGet("/jobs.html", () => TypedResults.LocalRedirect("/jobs", permanent: true)).ExcludeFromDescription();
    }
}
