using Drape.Imaging;
using Drape.Server.People;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Blobs;
using Microsoft.Net.Http.Headers;

namespace Drape.Server.Closets;

/// <summary>The routes of a closet's pictures, which nobody sees but its owner.</summary>
static class ClosetPictureRoutes
{
    // For its owner's browser alone; what it shows never changes, and another picture has another address.
    const string Kept = "private, max-age=31536000, immutable";

    public static void MapClosetPictures(this RouteGroupBuilder closet)
    {
        closet.MapGet("/{id}/picture", async (string id, HttpContext context, Visitor visitor, DrapeStore store,
                CancellationToken cancellation) => await GiveAsync(context, store,
                (await ClosetRoutes.RequireAsync(id, visitor, store, cancellation)).Picture, PhotoFormat.Webp, cancellation))
            .DisableRateLimiting()
            .WithName("GetClosetPicture")
            .WithSummary("Gives the cut-out picture of a piece")
            .WithDescription("A WebP of at most some 760 pixels a side, transparent around the garment.")
            .Produces(200, contentType: "image/webp")
            .ProducesProblems(401, 404, 500, 503);
        closet.MapGet("/{id}/photo", async (string id, HttpContext context, Visitor visitor, DrapeStore store,
                CancellationToken cancellation) => await GiveAsync(context, store,
                (await ClosetRoutes.RequireAsync(id, visitor, store, cancellation)).Photo, PhotoFormat.Jpeg, cancellation))
            .DisableRateLimiting()
            .WithName("GetClosetPhoto")
            .WithSummary("Gives the photo that a piece was cut out of")
            .WithDescription("A JPEG of at most 1600 pixels a side, without anything that the camera wrote into it.")
            .Produces(200, contentType: "image/jpeg")
            .ProducesProblems(401, 404, 500, 503);
    }

    static async Task<IResult> GiveAsync(
        HttpContext context, DrapeStore store, BlobKey? key, PhotoFormat format, CancellationToken cancellation)
    {
        if (key is not { } picture || await store.Blobs.OpenAsync(picture, cancellation) is not { } content)
        {
            throw new ProblemException(ClosetProblems.NoPicture);
        }

        context.Response.Headers.CacheControl = Kept;
        return TypedResults.Stream(content, MediaType.Of(format), entityTag: new EntityTagHeaderValue($"\"{picture}\""));
    }
}
