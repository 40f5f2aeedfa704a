using System.Globalization;
using Drape.Imaging;
using Drape.Server.Photos;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Blobs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Drape.Server.Catalogs.Pictures;

/// <summary>The route of products' pictures.</summary>
static class PictureRoutes
{
    const string Path = "/api/v1/pictures";
    const string Forever = "public, max-age=31536000, immutable";
    static readonly int[] Sides = [160, 320, 640];

    /// <summary>Where a picture is found.</summary>
    public static string AddressOf(BlobKey key) => $"{Path}/{key}";

    public static void MapPictures(this IEndpointRouteBuilder routes) => routes.MapGet(Path + "/{key}", GetAsync)
        .WithTags("Catalogs")
        .DisableRateLimiting()
        .WithName("GetPicture")
        .WithSummary("Gives the picture of a product")
        .WithDescription("""
            The file as it came, or with `side` (160, 320 or 640) a JPEG of at most so many pixels a side. A picture never
            changes: it may be kept for ever.
            """)
        .Produces(200, contentType: "image/jpeg", additionalContentTypes: ["image/png", "image/webp", "image/gif", "image/avif"])
        .ProducesProblems(400, 404, 422, 429, 500, 503);

    static async Task<IResult> GetAsync(HttpContext context, string key, string? side, DrapeStore store, PhotoDesk desk,
        CancellationToken cancellation)
    {
        int? pixels = SideOf(side);
        if (!BlobKey.TryParse(key, out var picture) || !await store.Products.HasPictureAsync(picture, cancellation))
        {
            throw new ProblemException(CatalogProblems.NoPicture);
        }

        var headers = context.Response.Headers;
        headers.CacheControl = Forever;
        headers.ContentDisposition = "inline";
        var tag = new EntityTagHeaderValue(pixels is null ? $"\"{picture}\"" : $"\"{picture}-{pixels}\"");
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            headers.ETag = tag.ToString();
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        byte[] file = await ReadAsync(store.Blobs, picture, cancellation);
        return pixels is { } most
            ? Answer(await desk.InTurnAsync(desk.IsLarge(file), (_, limits) => Smaller(file, most, limits), cancellation),
                MediaType.Of(PhotoFormat.Jpeg), tag)
            : Answer(file, MediaType.Of(file), tag);
    }

    static FileContentHttpResult Answer(byte[] file, string type, EntityTagHeaderValue tag) =>
        TypedResults.Bytes(file, type, entityTag: tag);

    static byte[] Smaller(byte[] file, int side, PhotoLimits limits) =>
        PhotoEncoder.Encode(PhotoDecoder.Decode(file, side, limits).Pixels, PhotoFormat.Jpeg);

    static async Task<byte[]> ReadAsync(IBlobStore blobs, BlobKey key, CancellationToken cancellation)
    {
        await using var content = await blobs.OpenAsync(key, cancellation)
            ?? throw new ProblemException(CatalogProblems.NoPicture);
        byte[] file = new byte[content.Length];
        await content.ReadExactlyAsync(file, cancellation);
        // Only at its end does the store tell a damaged content.
        return await content.ReadAsync(new byte[1], cancellation) == 0 ? file
            : throw new ProblemException(CatalogProblems.NoPicture);
    }

    static int? SideOf(string? text) => string.IsNullOrEmpty(text) ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int side) && Sides.Contains(side) ? side
        : throw new ProblemException(RequestProblems.WrongParameter(
            $"'side' is '{text}': it is {string.Join(", ", Sides)}, or left out."));
}
