namespace Drape.Store.Products;

/// <summary>What became of a product that was put.</summary>
/// <param name="Key">The shop's identity of it.</param>
/// <param name="Id">Its number in the database.</param>
/// <param name="Outcome">What was done.</param>
public sealed record Upserted(string Key, long Id, UpsertOutcome Outcome);

/// <summary>What was done with a product that was put.</summary>
public enum UpsertOutcome
{
    /// <summary>It is new.</summary>
    Inserted,

    /// <summary>Something of it changed, or it had been retired.</summary>
    Updated,

    /// <summary>It was there just so.</summary>
    Unchanged,
}
