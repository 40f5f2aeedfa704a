using Drape.Store.Products;

namespace Drape.Server.Catalogs.Import;

/// <summary>How an import goes about it.</summary>
public sealed record ImportOptions
{
    /// <summary>Pictures read at the same time.</summary>
    public int AtOnce { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether products that the source has no more are retired once all of it was read.</summary>
    public bool RetireVanished { get; init; }

    /// <summary>Whether pictures behind URLs that are known are fetched again: their content may have changed.</summary>
    public bool FetchAgain { get; init; }

    /// <summary>
    /// Has a picture read when it is its turn among the process's other work; where null, as many at once as
    /// <see cref="AtOnce"/> says.
    /// </summary>
    public Func<byte[], Func<ProductReading>, CancellationToken, Task<ProductReading>>? Turn { get; init; }

    /// <summary>Called with what became of every batch of products, on one thread at a time.</summary>
    public Action<IReadOnlyList<Upserted>>? Written { get; init; }

    /// <summary>Called after every batch that was written, on one thread at a time.</summary>
    public Action<ImportTally>? Advanced { get; init; }

    /// <summary>Called for every row that is passed over, on one thread at a time; nearly in their order.</summary>
    public Action<FailedRow>? Failed { get; init; }
}
