using Drape.Server.Catalogs.Search;
using Drape.Server.Hosting;
using Drape.Server.People;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Catalogs;
using Drape.Store.Products;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Drape.Server.Catalogs.Products;

/// <summary>The routes of single products.</summary>
static class ProductRoutes
{
    public static void MapProducts(this RouteGroupBuilder catalogs)
    {
        catalogs.MapGet("/{name}/products", ListAsync)
            .WithName("ListProducts")
            .WithSummary("Lists a catalog's products")
            .WithDescription("""
                By id. `retired` is false for those the shop has (if left out), true for those it no longer has, or all;
                `limit` (1 to 500, 50 if left out) is the size of a page, `after` is the `next` of the page before.
                """)
            .Produces<ProductPage>()
            .ProducesProblems(400, 404, 500, 503);
        catalogs.MapGet("/{name}/products/{id}", GetAsync)
            .WithName("GetProduct")
            .WithSummary("Gives a product")
            .WithDescription("What the shop says of it, and what Drape saw in its picture. A / in an id is written %2F.")
            .Produces<ProductAnswer>()
            .ProducesProblems(404, 500, 503);
        catalogs.MapDelete("/{name}/products/{id}", DeleteAsync)
            .ForWriters()
            .WithName("DeleteProduct")
            .WithSummary("Deletes a product")
            .WithDescription("Answers with what was deleted.")
            .Produces<ProductAnswer>()
            .ProducesProblems(404, 500, 503);
        catalogs.MapPost("/{name}/products/{id}:retire", RetireAsync)
            .ForWriters()
            .WithName("RetireProduct")
            .WithSummary("Retires a product that the shop no longer has")
            .WithDescription("It is kept, and no search finds it. One that is retired stays so.")
            .Produces<ProductAnswer>()
            .ProducesProblems(404, 500, 503);
        catalogs.MapPost("/{name}/products/{id}:restore", RestoreAsync)
            .ForWriters()
            .WithName("RestoreProduct")
            .WithSummary("Takes a retired product back")
            .WithDescription("Searches find it again. One that is not retired stays as it is.")
            .Produces<ProductAnswer>()
            .ProducesProblems(404, 500, 503);
    }

    static async Task<JsonHttpResult<ProductPage>> ListAsync(HttpRequest request, string name, DrapeStore store,
        string? retired, string? limit, string? after, CancellationToken cancellation)
    {
        // Products go on after an id, not a number.
        var page = PageQuery.Parse(request, limit, null, "retired");
        var catalog = await store.Catalogs.RequireAsync(name, cancellation);
        bool? which = retired?.ToUpperInvariant() switch
        {
            null or "" or "FALSE" => false,
            "TRUE" => true,
            "ALL" => null,
            _ => throw new ProblemException(RequestProblems.WrongParameter(
                $"'retired' is '{retired}': it is true, false or all.")),
        };
        if (after?.Contains('\0') == true)
        {
            throw new ProblemException(
                RequestProblems.WrongParameter("'after' is the id that the page before gave as 'next'."));
        }

        var products = await store.Products.ListAsync(catalog.Id, after, page.Limit + 1, which, cancellation);
        var (shown, last) = page.Cut(products);
        return JsonAnswer.Of(new ProductPage([.. shown.Select(ProductAnswer.Of)], last?.Key));
    }

    static async Task<JsonHttpResult<ProductAnswer>> GetAsync(
        string name, string id, DrapeStore store, CancellationToken cancellation) =>
        Answer((await FindAsync(store, name, id, cancellation)).Product);

    static Task<JsonHttpResult<ProductAnswer>> DeleteAsync(
        string name, string id, DrapeStore store, IndexKeeper index, CancellationToken cancellation) =>
        ChangeAsync(store, name, id, index, async (catalog, product) =>
        {
            await store.Products.DeleteAsync(catalog.Id, [product.Key], cancellation);
            return product;
        }, cancellation);

    static Task<JsonHttpResult<ProductAnswer>> RetireAsync(
        string name, string id, DrapeStore store, IndexKeeper index, CancellationToken cancellation) =>
        ChangeAsync(store, name, id, index, async (catalog, product) =>
        {
            await store.Products.RetireAsync(catalog.Id, [product.Key], cancellation);
            return (await FindAsync(store, name, product.Key, cancellation)).Product;
        }, cancellation);

    static Task<JsonHttpResult<ProductAnswer>> RestoreAsync(
        string name, string id, DrapeStore store, IndexKeeper index, CancellationToken cancellation) =>
        ChangeAsync(store, name, id, index, async (catalog, product) =>
        {
            await store.Products.RestoreAsync(catalog.Id, [product.Key], cancellation);
            return (await FindAsync(store, name, product.Key, cancellation)).Product;
        }, cancellation);

    /// <summary>Changes a product; the next search knows of it.</summary>
    static async Task<JsonHttpResult<ProductAnswer>> ChangeAsync(DrapeStore store, string name, string id,
        IndexKeeper index, Func<Catalog, Product, Task<Product>> change, CancellationToken cancellation)
    {
        var (catalog, product) = await FindAsync(store, name, id, cancellation);
        var changed = await change(catalog, product);
        await index.RefreshAsync(cancellation);
        return Answer(changed);
    }

    static async Task<(Catalog Catalog, Product Product)> FindAsync(
        DrapeStore store, string name, string id, CancellationToken cancellation)
    {
        var catalog = await store.Catalogs.RequireAsync(name, cancellation);
        string key = RouteText.Decoded(id);
        return await store.Products.GetAsync(catalog.Id, key, cancellation) is { } product
            ? (catalog, product) : throw new ProblemException(CatalogProblems.NoProduct(name, key));
    }

    static JsonHttpResult<ProductAnswer> Answer(Product product) =>
        JsonAnswer.Of(ProductAnswer.Of(product));
}
