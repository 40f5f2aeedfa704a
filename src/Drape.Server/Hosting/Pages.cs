using Microsoft.AspNetCore.StaticFiles;

namespace Drape.Server.Hosting;

/// <summary>The pages: plain files, asked for again on each visit and answered with 304 while unchanged.</summary>
static class Pages
{
    public static void UsePages(this WebApplication app)
    {
        app.UseDefaultFiles();
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".html"] = "text/html; charset=utf-8";
        types.Mappings[".css"] = "text/css; charset=utf-8";
        types.Mappings[".js"] = "text/javascript; charset=utf-8";
        app.UseStaticFiles(new StaticFileOptions
        {
            ContentTypeProvider = types,
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache",
        });
        app.UseRouting(); // after the files, so that a path is matched with routes only when it is none
    }
}
