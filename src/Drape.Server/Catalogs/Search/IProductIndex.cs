using Drape.Similarity;

namespace Drape.Server.Catalogs.Search;

/// <summary>Finds products by likeness, colour and facets: in this process, or in the database.</summary>
public interface IProductIndex
{
    /// <summary>The identity of the network whose embeddings it compares.</summary>
    string Network { get; }

    /// <summary>Finds the products that score best, best first.</summary>
    Task<IReadOnlyList<IndexHit>> SearchAsync(IndexQuery query, CancellationToken cancellation);

    /// <summary>Takes in what was written to the database until now.</summary>
    Task RefreshAsync(CancellationToken cancellation);

    /// <summary>What it holds.</summary>
    Task<IndexStatus> StatusAsync(CancellationToken cancellation);
}
