using System.Globalization;

namespace Drape.Server.Catalogs.Import;

/// <summary>What became of a batch of products.</summary>
/// <param name="Added">Products that were new.</param>
/// <param name="Updated">Products that were there and had changed.</param>
/// <param name="Unchanged">Products that were there as they are.</param>
/// <param name="Failed">Products that could not be taken.</param>
/// <param name="Products">What became of each: those that could be taken, then the others as they were given.</param>
public sealed record BatchAnswer(
    int Added, int Updated, int Unchanged, int Failed, IReadOnlyList<ProductOutcome> Products);

/// <summary>What became of a product.</summary>
/// <param name="Id">Its id; of one without, its place in the batch: "product 3".</param>
/// <param name="Outcome"><c>added</c>, <c>updated</c>, <c>unchanged</c> or <c>failed</c>.</param>
/// <param name="Reason">Why it failed, as a sentence.</param>
public sealed record ProductOutcome(string Id, string Outcome, string? Reason);

/// <summary>What an import left.</summary>
/// <param name="Catalog">The catalog.</param>
/// <param name="Total">Rows there were.</param>
/// <param name="Added">Products that were new.</param>
/// <param name="Updated">Products that were there and had changed.</param>
/// <param name="Unchanged">Products that were there as they are.</param>
/// <param name="Failed">Rows that were passed over.</param>
/// <param name="Retired">Products that the table has no more, where these are retired.</param>
/// <param name="Failures">The first thousand of the rows that were passed over, in their order.</param>
public sealed record ImportAnswer(string Catalog, int Total, int Added, int Updated, int Unchanged, int Failed, int Retired,
    IReadOnlyList<FailedRow> Failures)
{
    const int Named = 3;

    /// <summary>How many rows failed, and why the first of them did, in a sentence; null where none did.</summary>
    internal string? Warning => Failed == 0 ? null : string.Create(CultureInfo.InvariantCulture,
        $"{Failed} of {Total} rows failed: {string.Join(" ", Failures.Take(Named).Select(f => $"{f.Place}: {f.Reason}"))}")
            + (Failed > Named ? " ..." : "");

    /// <summary>Whether there were rows and not one could be taken.</summary>
    internal bool IsVain => Total > 0 && Failed >= Total;
}
