namespace Drape.Server.Catalogs.Import;

/// <summary>A row that was passed over.</summary>
/// <param name="Place">Where it stands: "line 17", a file's name, a product's id.</param>
/// <param name="Reason">What is wrong with it, as a sentence.</param>
/// <param name="Product">The product's id, where the row tells it: what is known of it stays as it is.</param>
public sealed record FailedRow(string Place, string Reason, string? Product = null)
{
    /// <summary>Its place among the rows of its source, from 0.</summary>
    internal int Number { get; init; }
}
