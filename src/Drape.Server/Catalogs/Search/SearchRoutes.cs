using System.Globalization;
using Drape.Server.Photos;
using Drape.Server.Problems;
using Drape.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Drape.Server.Catalogs.Search;

/// <summary>The routes of searches and of the index.</summary>
static class SearchRoutes
{
    const string Words = """
        By the look of a photo (of one `garment` in it, counted from 0, or of the `whole`), by a product's id (`like`), by
        `words` in English or Korean, by a `colour` such as #1f2a4d, and by any of these together. `type`, `pattern`,
        `colourName`, `gender`, `wearer`, `priceFrom` and `priceTo` say which products may be answered at all, `sameKind=true`
        that only those of the garment's own kind; `limit` is 12 if left out and 200 at most, `minScore` and `diversity` lie between 0
        and 1.
        """;

    public static void MapSearch(this IEndpointRouteBuilder routes, RouteGroupBuilder catalogs)
    {
        Describe(catalogs.MapGet("/{name}/search", QueryOneAsync), "SearchCatalog", "Finds products of a catalog", "");
        Describe(catalogs.MapPost("/{name}/search", SendOneAsync), "SearchCatalogWithPhoto",
                "Finds products of a catalog that look like a photo", Sent, 408, 413, 415, 429, 502, 504)
            .AddOpenApiOperationTransformer(SearchDocument.DescribeSent);
        var all = routes.MapGroup("/api/v1").WithTags("Catalogs");
        Describe(all.MapGet("/search", QueryAllAsync), "Search", "Finds products of all catalogs", "");
        Describe(all.MapPost("/search", SendAllAsync), "SearchWithPhoto",
                "Finds products of all catalogs that look like a photo", Sent, 408, 413, 415, 429, 502, 504)
            .AddOpenApiOperationTransformer(SearchDocument.DescribeSent);
        all.MapPost("/search/look", LookAsync)
            .WithName("SearchLook")
            .WithSummary("Finds products for every garment of a look")
            .WithDescription("""
                Reads the photo once and answers, for each garment of its main figure, with the products of all catalogs that
                look most like it and are of its kind where that is clear; no product twice. `limit` (1 to 24, 3 if left out) is
                how many for each; `wearer` (woman or man) leaves out what a shop sells to the other. The photo is sent as for `POST /api/v1/photos/analyze`; it is not kept.
                """)
            .Produces<LookFinds>()
            .ProducesProblems(400, 408, 413, 415, 422, 429, 500, 502, 503, 504)
            .AddOpenApiOperationTransformer(PhotoDocument.DescribeOnePhoto);
        all.MapGet("/index", StatusAsync)
            .WithName("GetIndex")
            .WithSummary("Tells what the index of products holds")
            .WithDescription("Products, memory, and how long filling it took; 503 while it is being filled.")
            .Produces<IndexStatus>()
            .ProducesProblems(500, 503);
    }

    const string Sent = """

        The photo is a form's part named `photo`, the body itself, or `base64` or `url` in JSON; the other fields stand beside
        it, or in the query.
        """;

    static RouteHandlerBuilder Describe(
        RouteHandlerBuilder route, string name, string summary, string more, params int[] problems) => route
        .WithName(name)
        .WithSummary(summary)
        .WithDescription(Words + more)
        .Produces<SearchAnswer>()
        .ProducesProblems([400, 404, 422, 500, 503, .. problems])
        .AddOpenApiOperationTransformer(SearchDocument.DescribeQuery);

    static async Task<JsonHttpResult<SearchAnswer>> QueryOneAsync(
        HttpRequest request, string name, SearchDesk desk, DrapeStore store, CancellationToken cancellation)
    {
        await store.Catalogs.RequireAsync(name, cancellation);
        return Answer(await desk.QueryAsync(request, [name], cancellation));
    }

    static async Task<JsonHttpResult<SearchAnswer>> SendOneAsync(
        HttpRequest request, string name, SearchDesk desk, DrapeStore store, CancellationToken cancellation)
    {
        await store.Catalogs.RequireAsync(name, cancellation);
        return Answer(await desk.SentAsync(request, [name], cancellation));
    }

    static async Task<JsonHttpResult<SearchAnswer>> QueryAllAsync(
        HttpRequest request, SearchDesk desk, CancellationToken cancellation) =>
        Answer(await desk.QueryAsync(request, [], cancellation));

    static async Task<JsonHttpResult<SearchAnswer>> SendAllAsync(
        HttpRequest request, SearchDesk desk, CancellationToken cancellation) =>
        Answer(await desk.SentAsync(request, [], cancellation));

    static async Task<JsonHttpResult<LookFinds>> LookAsync(
        HttpRequest request, string? limit, string? wearer, PhotoIntake intake, SearchDesk desk, CancellationToken cancellation)
    {
        const int usual = 3, most = 24;
        int wanted = usual;
        if (limit is not null && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out wanted)
            || wanted is < 1 or > most))
        {
            throw new ProblemException(RequestProblems.WrongParameter($"'limit' is '{limit}': it lies between 1 and {most}."));
        }

        var who = SearchFields.WearerOf(wearer);
        using var photo = await intake.ReadOneAsync(request, cancellation);
        return TypedResults.Json(await desk.FindAllAsync(photo, wanted, who, cancellation), ServerJson.Options);
    }

    static async Task<JsonHttpResult<IndexStatus>> StatusAsync(IndexKeeper keeper, CancellationToken cancellation)
    {
        keeper.RequireReady();
        var index = await keeper.IndexAsync(cancellation);
        return TypedResults.Json(await index.StatusAsync(cancellation), ServerJson.Options);
    }

    static JsonHttpResult<SearchAnswer> Answer(SearchAnswer answer) => TypedResults.Json(answer, ServerJson.Options);
}
