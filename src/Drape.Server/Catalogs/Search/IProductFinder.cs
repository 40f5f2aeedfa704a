using Drape.Similarity;

namespace Drape.Server.Catalogs.Search;

/// <summary>Finds products.</summary>
public interface IProductFinder
{
    /// <summary>The identity of the network whose embeddings it compares.</summary>
    string Network { get; }

    /// <summary>Finds the products that score best, best first.</summary>
    Task<IReadOnlyList<IndexHit>> SearchAsync(IndexQuery query, CancellationToken cancellation);
}
