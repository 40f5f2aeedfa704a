using Drape.Server.Catalogs.Import;
using Drape.Server.Catalogs.Pictures;
using Drape.Server.Catalogs.Products;
using Drape.Server.Catalogs.Search;
using Drape.Server.Catalogs.Tags;
using Drape.Server.Hosting;
using Drape.Server.People;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Catalogs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Drape.Server.Catalogs;

/// <summary>The routes of catalogs.</summary>
static class CatalogRoutes
{
    const string Path = "/api/v1/catalogs";

    public static void MapCatalogs(this IEndpointRouteBuilder routes)
    {
        var catalogs = routes.MapGroup(Path).WithTags("Catalogs");
        catalogs.MapGet("", ListAsync)
            .WithName("ListCatalogs")
            .WithSummary("Lists catalogs")
            .WithDescription("All catalogs by name, each with how many products are in it.")
            .Produces<CatalogList>()
            .ProducesProblems(500, 503);
        catalogs.MapGet("/{name}", GetAsync)
            .WithName("GetCatalog")
            .WithSummary("Gives a catalog")
            .WithDescription("How many products are in it, and when it was made and last changed.")
            .Produces<CatalogAnswer>()
            .ProducesProblems(404, 500, 503);
        catalogs.MapPut("/{name}", PutAsync)
            .ForWriters()
            .WithName("PutCatalog")
            .WithSummary("Makes a catalog")
            .WithDescription("""
                The name has 1 to 64 letters and digits of the Latin alphabet, - and _. One that is there is answered as it is.
                """)
            .Produces<CatalogAnswer>()
            .ProducesProblems(400, 500, 503);
        catalogs.MapDelete("/{name}", DeleteAsync)
            .ForWriters()
            .WithName("DeleteCatalog")
            .WithSummary("Deletes a catalog with all its products")
            .WithDescription("Answers with what was deleted. Pictures that nothing else shows go with the command drape sweep.")
            .Produces<CatalogAnswer>()
            .ProducesProblems(404, 500, 503);
        catalogs.MapProducts();
        catalogs.MapImports();
        catalogs.MapTags();
        routes.MapSearch(catalogs);
        routes.MapPictures();
    }

    /// <summary>The catalog of a name.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public static async Task<Catalog> RequireAsync(this CatalogStore catalogs, string name, CancellationToken cancellation) =>
        CatalogName.IsRight(name) && await catalogs.FindAsync(name, cancellation) is { } catalog
            ? catalog : throw new ProblemException(CatalogProblems.NotFound(name));

    static async Task<JsonHttpResult<CatalogList>> ListAsync(DrapeStore store, CancellationToken cancellation)
    {
        var answers = new List<CatalogAnswer>();
        foreach (var catalog in await store.Catalogs.ListAsync(cancellation))
        {
            answers.Add(await AnswerAsync(store, catalog, cancellation));
        }

        return JsonAnswer.Of(new CatalogList(answers));
    }

    static async Task<JsonHttpResult<CatalogAnswer>> GetAsync(
        string name, DrapeStore store, CancellationToken cancellation)
    {
        var catalog = await store.Catalogs.RequireAsync(name, cancellation);
        return JsonAnswer.Of(await AnswerAsync(store, catalog, cancellation));
    }

    static async Task<JsonHttpResult<CatalogAnswer>> PutAsync(
        string name, DrapeStore store, CancellationToken cancellation)
    {
        if (!CatalogName.IsRight(name))
        {
            throw new ProblemException(CatalogProblems.WrongName(name));
        }

        var catalog = await store.Catalogs.FindOrCreateAsync(name, cancellation);
        return JsonAnswer.Of(await AnswerAsync(store, catalog, cancellation));
    }

    static async Task<JsonHttpResult<CatalogAnswer>> DeleteAsync(
        string name, DrapeStore store, IndexKeeper index, CancellationToken cancellation)
    {
        var catalog = await store.Catalogs.RequireAsync(name, cancellation);
        var answer = await AnswerAsync(store, catalog, cancellation);
        await store.Catalogs.DeleteAsync(name, cancellation);
        await index.RefreshAsync(cancellation);
        return JsonAnswer.Of(answer);
    }

    static async Task<CatalogAnswer> AnswerAsync(DrapeStore store, Catalog catalog, CancellationToken cancellation) =>
        CatalogAnswer.Of(catalog, await store.Catalogs.CountAsync(catalog.Id, cancellation),
            await store.Catalogs.ChangedAtAsync(catalog.Id, cancellation));
}
