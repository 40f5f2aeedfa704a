namespace Drape.Server.Catalogs.Search;

/// <summary>Finds products by likeness, colour and facets: in this process, or in the database.</summary>
public interface IProductIndex : IProductFinder
{
    /// <summary>Takes in what was written to the database until now.</summary>
    Task RefreshAsync(CancellationToken cancellation);

    /// <summary>What it holds.</summary>
    Task<IndexStatus> StatusAsync(CancellationToken cancellation);
}
