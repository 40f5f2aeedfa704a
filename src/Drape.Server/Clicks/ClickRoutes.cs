using System.Text.Json;
using Drape.Server.Catalogs;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Clicks;

namespace Drape.Server.Clicks;

/// <summary>The route by which pages say that somebody went to a shop.</summary>
static class ClickRoutes
{
    const string Wanted = """Send {"catalog": "shop", "product": "15970", "place": "alikes"}.""";

    public static void MapClicks(this IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/clicks", CountAsync)
        .WithTags("Catalogs")
        .WithName("CountClick")
        .WithSummary("Counts that somebody went from a find to its shop")
        .WithDescription("""
            Kept is how often, by day, product, `place` (alikes: like one garment; look: for a whole look) and the `style` of the
            outfit, if one is given; never who. A product that is not there is not counted.
            """)
        .Accepts<ClickRequest>("application/json")
        .Produces<ClickAnswer>()
        .ProducesProblems(400, 404, 413, 415, 500, 503);

    static async Task<IResult> CountAsync(HttpRequest request, DrapeStore store, CancellationToken cancellation)
    {
        var click = await ReadAsync(request, cancellation);
        var known = await store.Catalogs.RequireAsync(click.Catalog, cancellation);
        if (await store.Products.GetAsync(known.Id, click.Product, cancellation) is null)
        {
            throw new ProblemException(CatalogProblems.NoProduct(click.Catalog, click.Product));
        }

        await store.Clicks.CountAsync(click, cancellation);
        return TypedResults.Json(new ClickAnswer(true), ServerJson.Options);
    }

    static async Task<Click> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasJsonContentType())
        {
            throw new ProblemException(RequestProblems.UnsupportedType($"JSON is read here. {Wanted}"));
        }

        try
        {
            var sent = await JsonSerializer.DeserializeAsync<ClickRequest>(request.Body, ServerJson.Options, cancellation);
            return sent is { Catalog: { Length: > 0 } catalog, Product: { Length: > 0 } product, Place: { } place }
                ? new Click(catalog, product, place switch
                {
                    "alikes" => ClickPlace.Alikes,
                    "look" => ClickPlace.Look,
                    _ => throw new ProblemException(RequestProblems.WrongParameter($"'place' is '{place}': it is alikes or look.")),
                }, sent.Style)
                : throw new ProblemException(RequestProblems.WrongParameter(Wanted));
        }
        catch (JsonException e)
        {
            throw new ProblemException(RequestProblems.MalformedJson(Wanted), e);
        }
        catch (ArgumentException e)
        {
            throw new ProblemException(RequestProblems.WrongParameter(e.Message), e);
        }
    }
}

/// <summary>A click as a page sends it.</summary>
public sealed record ClickRequest
{
    /// <summary>The product's catalog.</summary>
    public string? Catalog { get; init; }

    /// <summary>The product's id in the shop.</summary>
    public string? Product { get; init; }

    /// <summary>Where it was shown: alikes or look.</summary>
    public string? Place { get; init; }

    /// <summary>The style of the outfit that it was found for, if one was read.</summary>
    public string? Style { get; init; }
}

/// <summary>That a click was counted.</summary>
/// <param name="Counted">true.</param>
public sealed record ClickAnswer(bool Counted);
