using Drape.Server.Hosting;
using Drape.Server.People;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Blobs;
using Drape.Store.Photos;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Drape.Server.Photos;

/// <summary>The routes of readings that are kept.</summary>
static class SavedPhotoRoutes
{
    public static void MapSavedPhotos(this RouteGroupBuilder photos)
    {
        photos.MapGet("", ListAsync)
            .WithName("ListPhotos")
            .WithSummary("Finds saved photos by what was read in them")
            .WithDescription("""
                Photos with one garment that is all of what is asked at once (`gender`, `masterCategory`, `subCategory`,
                `articleType`, `type`, `colour`, `pattern`), in an outfit of the `style` as it is stated; small and capital
                letters do not matter. The last saved first; `limit` (1 to 500, 50 if left out) is the size of a page,
                `after` is the `next` of the page before.
                """)
            .Produces<PhotoPage>()
            .ProducesProblems(400, 500, 503);
        photos.MapGet("/{id:long}", GetAsync)
            .WithName("GetPhoto")
            .WithSummary("Gives a saved photo's reading")
            .WithDescription("The reading as it was answered, with its source. The photo itself is not kept.")
            .Produces<PhotoAnswer>()
            .ProducesProblems(404, 500, 503);
        photos.MapPost("/{id:long}:read", ReadAsync)
            .ForWriters()
            .WithName("ReadPhotoAgain")
            .WithSummary("Fetches a saved photo's URL again and reads what is there now")
            .WithDescription("The new reading takes the place of the old one; where the photo cannot be had, that stays.")
            .Produces<PhotoAnswer>()
            .ProducesProblems(404, 409, 413, 415, 422, 429, 500, 502, 503, 504);
        photos.MapDelete("/{id:long}", DeleteAsync)
            .ForWriters()
            .WithName("DeletePhoto")
            .WithSummary("Forgets a saved photo")
            .WithDescription("Answers with what was forgotten.")
            .Produces<PhotoAnswer>()
            .ProducesProblems(404, 500, 503);
    }

    static async Task<JsonHttpResult<PhotoPage>> ListAsync(HttpRequest request, DrapeStore store, string? gender,
        string? masterCategory, string? subCategory, string? articleType, string? type, string? colour, string? pattern,
        string? style, string? limit, string? after, CancellationToken cancellation)
    {
        var page = PageQuery.Parse(request, limit, after,
            "gender", "masterCategory", "subCategory", "articleType", "type", "colour", "pattern", "style");
        var filter = new PhotoFilter
        {
            Gender = Asked(gender),
            MasterCategory = Asked(masterCategory),
            SubCategory = Asked(subCategory),
            ArticleType = Asked(articleType),
            Type = Asked(type),
            Colour = Asked(colour),
            Pattern = Asked(pattern),
            Style = Asked(style),
        };
        var photos = await store.Photos.ListAsync(filter, page.After, page.Limit + 1, cancellation);
        var (shown, last) = page.Cut(photos);
        return JsonAnswer.Of(new PhotoPage([.. shown.Select(PhotoAnswer.Of)], last?.Id));
    }

    static async Task<JsonHttpResult<PhotoAnswer>> GetAsync(long id, DrapeStore store, CancellationToken cancellation) =>
        Answer(await FindAsync(store, id, cancellation));

    static async Task<JsonHttpResult<PhotoAnswer>> ReadAsync(
        long id, DrapeStore store, PhotoIntake intake, PhotoDesk desk, CancellationToken cancellation)
    {
        var saved = await FindAsync(store, id, cancellation);
        string source = saved.Source ?? throw new ProblemException(PhotoProblems.NoSource(saved.Id));
        desk.RequireRoom();
        using var photo = await intake.FetchAsync(source, cancellation);
        var reading = await desk.ReadAsync(photo, cancellation);
        return Answer(await store.Photos.SaveAsync(
            new NewPhoto { Source = source, Content = BlobKey.Of(photo.File), Reading = reading }, cancellation));
    }

    static async Task<JsonHttpResult<PhotoAnswer>> DeleteAsync(long id, DrapeStore store, CancellationToken cancellation)
    {
        var saved = await FindAsync(store, id, cancellation);
        return await store.Photos.DeleteAsync(saved.Id, cancellation)
            ? Answer(saved) : throw new ProblemException(PhotoProblems.NotFound(id));
    }

    static async Task<SavedPhoto> FindAsync(DrapeStore store, long id, CancellationToken cancellation) =>
        await store.Photos.GetAsync(id, cancellation) ?? throw new ProblemException(PhotoProblems.NotFound(id));

    static JsonHttpResult<PhotoAnswer> Answer(SavedPhoto photo) =>
        JsonAnswer.Of(PhotoAnswer.Of(photo));

    static string? Asked(string? word) => string.IsNullOrWhiteSpace(word) ? null : word;
}
