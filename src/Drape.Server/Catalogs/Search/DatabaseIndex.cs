using Drape.Similarity;
using Drape.Store.Items;
using Drape.Store.Near;

namespace Drape.Server.Catalogs.Search;

/// <summary>The index of the database itself: every write is in it at once, whichever process wrote. Thread-safe.</summary>
/// <param name="index">PostgreSQL's index.</param>
/// <param name="items">The database's side of it.</param>
/// <param name="network">The network whose embeddings it holds.</param>
public sealed class DatabaseIndex(PgvectorIndex index, ItemStore items, string network) : IProductIndex
{
    /// <inheritdoc/>
    public string Network => network;

    /// <inheritdoc/>
    /// <exception cref="SearchException">A colour alone is looked for.</exception>
    public Task<IReadOnlyList<IndexHit>> SearchAsync(IndexQuery query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query is { Colour: not null, Like: null, Among: null }
            ? throw new SearchException("Here a colour is looked for beside a photo, a product or words: give one of them, too.")
            : index.SearchAsync(query, cancellation);
    }

    /// <inheritdoc/>
    public Task RefreshAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task<IndexStatus> StatusAsync(CancellationToken cancellation)
    {
        var counts = await items.CountAsync(network, cancellation);
        return new IndexStatus
        {
            Kind = "pgvector",
            Ready = true,
            Products = counts.Current,
            Outdated = counts.Outdated,
            Kindless = counts.Kindless,
            Network = network,
        };
    }
}
