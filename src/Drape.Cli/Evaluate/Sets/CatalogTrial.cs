using Drape.Server.Catalogs.Search;
using Drape.Store;
using Drape.Store.Blobs;
using Drape.Store.Products;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>Puts products into a store of its own and asks for each what looks like it, as <c>drape search --like</c> does.</summary>
static class CatalogTrial
{
    const int Batch = 500;

    /// <summary>The nearest of each product among the others, by their places in the list.</summary>
    /// <param name="products">The products as an import writes them, each with a key of its own.</param>
    /// <param name="options">How many searches at once.</param>
    public static async Task<int[][]> NearestAsync(IReadOnlyList<NewProduct> products, ParallelOptions options)
    {
        if (products.Count == 0)
        {
            return [];
        }

        string home = Directory.CreateTempSubdirectory("drape-eval-").FullName;
        try
        {
            await using var store = await DrapeStore.OpenAsync(
                new StoreSettings { Home = home }, new BlobSettings(), cancellation: options.CancellationToken);
            var shop = await store.Catalogs.CreateAsync("eval", options.CancellationToken);
            foreach (var batch in products.Chunk(Batch))
            {
                await store.Products.UpsertAsync(shop.Id, batch, options.CancellationToken);
            }

            using var index = new MemoryIndex(store.Items, products[0].Network);
            await index.FillAsync(options.CancellationToken);
            var search = new CatalogSearch(store.Catalogs, store.Products, index);
            var places = products.Select((p, i) => (p.Key, i)).ToDictionary(p => p.Key, p => p.i);
            int[][] nearest = new int[products.Count][];
            await Parallel.ForAsync(0, products.Count, options, async (i, stop) =>
            {
                var answer = await search.SearchAsync(
                    new SearchRequest { Like = products[i].Key, Limit = Neighbourhoods.Nearest }, stop);
                nearest[i] = [.. answer.Results.Select(r => places[r.Product])];
            });
            return nearest;
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }
}
