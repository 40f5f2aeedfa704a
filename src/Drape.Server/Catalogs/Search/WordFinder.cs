using Drape.Similarity;
using Drape.Store.Items;

namespace Drape.Server.Catalogs.Search;

/// <summary>
/// Finds products by words alone, which needs no index: it goes through what the words found, the best first, until enough
/// of it passes the filter. Thread-safe.
/// </summary>
/// <param name="items">The database's side of it.</param>
/// <param name="network">The network that read the products.</param>
public sealed class WordFinder(ItemStore items, string network) : IProductFinder
{
    const int AtOnce = 1000;

    // Candidates for a choice by more than words: as many as the indexes take.
    const int Spare = 208;
    const int PerResult = 4;

    /// <inheritdoc/>
    public string Network => network;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Something else than words is looked for.</exception>
    public async Task<IReadOnlyList<IndexHit>> SearchAsync(IndexQuery query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query is not { Like: null, Colour: null, Among: { } among })
        {
            throw new ArgumentException("Only what words found can be searched without an index.", nameof(query));
        }

        int wanted = query.Diversity > 0 ? Math.Min((PerResult * query.Limit) + Spare, IndexQuery.MostResults) : query.Limit;
        var byWords = query with { Diversity = 0, Limit = wanted };
        var index = new CatalogIndex();
        foreach (long[] ids in among.OrderByDescending(a => a.Value).ThenBy(a => a.Key).Select(a => a.Key).Chunk(AtOnce))
        {
            await foreach (var batch in items.StreamAsync(network, ids, cancellation))
            {
                index.Put(batch.Ids.Span, batch.Vectors.Span, batch.Facets.Span);
            }

            if (index.Search(byWords, cancellation).Count == wanted)
            {
                break;
            }
        }

        return index.Search(query, cancellation);
    }
}
