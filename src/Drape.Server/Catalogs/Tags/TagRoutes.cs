using System.Text.Json.Nodes;
using Drape.Server.Catalogs.Import;
using Drape.Server.Jobs;
using Drape.Server.OpenApi;
using Drape.Server.People;
using Drape.Server.Photos;
using Drape.Server.Problems;
using Drape.Store;
using Microsoft.OpenApi;

namespace Drape.Server.Catalogs.Tags;

/// <summary>The routes of tags.</summary>
static class TagRoutes
{
    const int Page = 500;

    /// <summary>Where a catalog's tags are found.</summary>
    public static string AddressOf(string catalog) => $"/api/v1/catalogs/{catalog}/tags";

    public static void MapTags(this RouteGroupBuilder catalogs)
    {
        catalogs.MapPost("/{name}/products:tag", OrderAsync)
            .ForWriters()
            .WithName("TagProducts")
            .WithSummary("Tags a catalog's products, and sends the tags")
            .WithDescription("""
                Imports the `products` that are given, if any, as a batch does; then sends the tags of every product of the
                catalog to the `webhook`, if there is one: JSON Lines by POST, 100 products at once, with the header
                `X-Drape-Delivery` (the same whenever the same is sent again) and, where there is a `secret`,
                `X-Drape-Signature: sha256=` and the HMAC-SHA256 of the body in hexadecimal digits. An answer that is not 2xx is
                tried again with growing pauses, up to a quarter of an hour and for about a day, if it is 408, 429 or 5xx or there is
                none. It becomes a job, whose result says how many were sent.
                """)
            .Produces<JobAnswer>(202)
            .ProducesProblems(400, 404, 408, 413, 415, 422, 429, 500, 503)
            .TakesBody("application/json", Schema, new JsonObject
            {
                ["webhook"] = "https://example.com/tags", ["secret"] = "a long and random text",
            });
        catalogs.MapGet("/{name}/tags", GetAsync)
            .WithName("GetTags")
            .WithSummary("Gives the tags of a catalog's products")
            .WithDescription("""
                One product a line (JSON Lines), by id, without those that are retired. `after` is the id of the last product
                that a download that broke off still gave.
                """)
            .Produces<TagAnswer>(contentType: TagLines.MediaType)
            .ProducesProblems(400, 404, 500, 503);
    }

    static async Task<IResult> OrderAsync(HttpContext context, string name, PhotoIntake intake, DrapeStore store,
        CancellationToken cancellation)
    {
        var catalog = await store.Catalogs.RequireAsync(name, cancellation);
        using var body = await intake.ReceiveJsonAsync(
            context.Request, "Send {\"webhook\": \"https://...\", \"secret\": \"...\"}.", cancellation);
        byte[] json = body.Bytes.ToArray();
        body.Clear();
        var request = TagRequest.Parse(json);
        var products = new ProductList(json);
        if (products.Count > ImportRoutes.MostProducts)
        {
            throw new ProblemException(RequestProblems.WrongParameter(
                $"There are {products.Count} products; at most {ImportRoutes.MostProducts} are taken at once."));
        }

        return await new JobOrder<TagOrder>(TagJob.Kind, $"{catalog.Name}, tags",
            new TagOrder { Catalog = catalog.Name, Webhook = request.Webhook })
        {
            Content = products.Count == 0 ? default : products.Array,
            ContentType = "application/json",
            Secret = request.Secret,
            Attempts = TagJob.Attempts,
        }.PlaceAsync(context, store, cancellation);
    }

    static async Task<IResult> GetAsync(
        string name, string? after, DrapeStore store, CancellationToken cancellation)
    {
        if (after?.Contains('\0') == true)
        {
            throw new ProblemException(RequestProblems.WrongParameter("'after' is the id of a product."));
        }

        var catalog = await store.Catalogs.RequireAsync(name, cancellation);
        var products = await store.Products.ListAsync(catalog.Id, after, Page, cancellation: cancellation);
        return TypedResults.Stream(async body =>
        {
            for (; products.Count > 0;
                products = await store.Products.ListAsync(catalog.Id, products[^1].Key, Page, cancellation: cancellation))
            {
                await body.WriteAsync(TagLines.Of(products), cancellation);
            }
        }, TagLines.MediaType);
    }

    static OpenApiSchema Schema() => BodySchema.Object(
        ("products", ImportDocument.Products()),
        ("webhook", BodySchema.Text("Where the tags are sent; http or https, public addresses only.", "uri")),
        ("secret", BodySchema.Text("What they are signed with.")));
}
