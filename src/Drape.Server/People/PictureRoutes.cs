using Drape.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Drape.Server.People;

/// <summary>The pictures of people, which all may see who may see their names.</summary>
static class PictureRoutes
{
    public static void MapPictures(this WebApplication app) =>
        app.MapGet("/people/{handle}/picture", GetAsync).ExcludeFromDescription();

    static async Task<Results<FileStreamHttpResult, NotFound>> GetAsync(
        string handle, HttpResponse response, DrapeStore store, CancellationToken cancellation)
    {
        if (await store.People.FindByHandleAsync(handle, cancellation) is not { Picture: { } picture }
            || await store.Blobs.OpenAsync(picture, cancellation) is not { } content)
        {
            return TypedResults.NotFound();
        }

        // Another picture has another address. Not for shared caches: a deleted account is to be gone.
        response.Headers.CacheControl = "private, max-age=86400";
        return TypedResults.Stream(content, "image/jpeg");
    }
}
