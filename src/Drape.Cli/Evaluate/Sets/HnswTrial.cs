using System.Globalization;
using Drape.Similarity;
using Drape.Store;
using Drape.Store.Catalogs;
using Drape.Store.Near;
using Drape.Store.Products;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>
/// Tries PostgreSQL's own index: the looks are written to a catalog of their own under a network's name of their own, which no
/// other search finds, and taken out again.
/// </summary>
static class HnswTrial
{
    const int Batch = 500;

    /// <summary>Refuses a database that cannot be used before thousands of pictures are read for it.</summary>
    /// <exception cref="StoreException">The database cannot be used.</exception>
    public static async Task CheckAsync(string connection, CancellationToken cancellation)
    {
        await using var database = await OpenAsync(connection, cancellation);
    }

    /// <summary>Adds <c>hnsw.recall12</c> and <c>hnsw.ms</c>.</summary>
    /// <exception cref="StoreException">The database cannot be used, or has no pgvector.</exception>
    public static async Task RunAsync(FigureTable figures, RecallTrial trial, IReadOnlyList<Embedding> looks,
        string connection, CancellationToken cancellation)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"eval-{Guid.NewGuid():N}");
        await using var database = await OpenAsync(connection, cancellation);
        var catalogs = new CatalogStore(database);
        var index = await PgvectorIndex.OpenAsync(database, name, looks[0].Values.Length, cancellation);
        try
        {
            var shop = await catalogs.CreateAsync(name, cancellation);
            long[] ids = await PutAsync(new ProductStore(database), shop.Id, name, looks, cancellation);
            var places = ids.Select((id, place) => (id, place)).ToDictionary(i => i.id, i => (long)i.place);
            await trial.RunAsync(figures, "hnsw", async (asked, stop) => (await index.SearchAsync(
                new IndexQuery { Like = looks[asked], Except = ids[asked], Limit = Neighbourhoods.Nearest }, stop))
                .Select(h => places[h.Id]), cancellation);
        }
        finally
        {
            // Also where it was stopped.
            await index.DropAsync(CancellationToken.None);
            await catalogs.DeleteAsync(name, CancellationToken.None);
        }
    }

    static Task<Database> OpenAsync(string connection, CancellationToken cancellation) =>
        Database.OpenAsync(new StoreSettings { Home = "", Connection = connection, Index = IndexKind.Pgvector }, cancellation);

    static async Task<long[]> PutAsync(ProductStore products, int catalog, string network, IReadOnlyList<Embedding> looks,
        CancellationToken cancellation)
    {
        var ids = new List<long>(looks.Count);
        foreach (int[] chunk in Enumerable.Range(0, looks.Count).Chunk(Batch))
        {
            var written = await products.UpsertAsync(catalog, [.. chunk.Select(i => new NewProduct
            {
                Key = i.ToString("D9", CultureInfo.InvariantCulture), // in order of the keys
                Embedding = [.. looks[i].Values.ToArray().Select(v => (Half)v)],
                Network = network,
            })], cancellation);
            ids.AddRange(written.Select(w => w.Id));
        }

        return [.. ids];
    }
}
