using Drape.Inference;
using Drape.Store;
using Drape.Store.Near;

namespace Drape.Server.Catalogs.Search;

/// <summary>Opens the index that the settings name.</summary>
public static class ProductIndexes
{
    /// <summary>Opens the index and fills it where it lies in memory.</summary>
    /// <param name="store">What is kept.</param>
    /// <param name="reader">The network that makes the embeddings.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="StoreException">The database cannot be read, or has no pgvector.</exception>
    /// <exception cref="ModelException">The network makes no embeddings.</exception>
    public static async Task<IProductIndex> OpenAsync(
        DrapeStore store, ModelManifest reader, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(reader);
        if (store.Index == IndexKind.Pgvector)
        {
            int values = reader.Heads.FirstOrDefault(h => h.Kind == HeadKind.Embedding)?.Size
                ?? throw new ModelException($"The network {reader.Name} makes no embeddings.");
            return new DatabaseIndex(
                await PgvectorIndex.OpenAsync(store.Database, reader.Identity, values, cancellation), store.Items, reader.Identity);
        }

        var index = new MemoryIndex(store.Items, reader.Identity);
        await index.FillAsync(cancellation);
        return index;
    }
}
