using Drape.Imaging;
using Drape.Server.People;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Blobs;
using Microsoft.Net.Http.Headers;

namespace Drape.Server.Looks;

/// <summary>The routes of looks' pictures, which those see who may see the look.</summary>
static class LookPictureRoutes
{
    // Not for shared caches: a look that is taken away or made private is to be gone.
    const string Kept = "private, max-age=86400";

    public static void MapLookPictures(this RouteGroupBuilder looks)
    {
        looks.MapGet("/{id}/picture", async (string id, HttpContext context, Visitor visitor, DrapeStore store,
                CancellationToken cancellation) => await GiveAsync(context, store,
                (await store.Looks.RequireAsync(id, visitor, cancellation)).Picture, PhotoFormat.Jpeg, cancellation))
            .WithName("GetLookPicture")
            .WithSummary("Gives the photo of a look")
            .WithDescription("A JPEG of at most 1600 pixels a side, without anything that the camera wrote into it.")
            .Produces(200, contentType: "image/jpeg")
            .ProducesProblems(404, 500, 503);
        looks.MapGet("/{id}/preview", async (string id, HttpContext context, Visitor visitor, DrapeStore store,
                CancellationToken cancellation) => await GiveAsync(context, store,
                (await store.Looks.RequireAsync(id, visitor, cancellation)).Preview, PhotoFormat.Webp, cancellation))
            .WithName("GetLookPreview")
            .WithSummary("Gives the photo of a look in small")
            .WithDescription("A WebP of at most 720 pixels a side.")
            .Produces(200, contentType: "image/webp")
            .ProducesProblems(404, 500, 503);
    }

    static async Task<IResult> GiveAsync(
        HttpContext context, DrapeStore store, BlobKey picture, PhotoFormat format, CancellationToken cancellation)
    {
        var content = await store.Blobs.OpenAsync(picture, cancellation)
            ?? throw new ProblemException(LookProblems.NoPicture);
        context.Response.Headers.CacheControl = Kept;
        return TypedResults.Stream(content, MediaType.Of(format), entityTag: new EntityTagHeaderValue($"\"{picture}\""));
    }
}
