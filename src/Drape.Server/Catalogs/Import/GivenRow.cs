namespace Drape.Server.Catalogs.Import;

/// <summary>What a source holds at one place: a product, or why there is none.</summary>
public readonly record struct GivenRow
{
    /// <summary>A product.</summary>
    public GivenRow(ProductRow row) => Row = row;

    /// <summary>A place that holds none that can be used.</summary>
    public GivenRow(FailedRow failed) => Failed = failed;

    /// <summary>The product; null where <see cref="Failed"/> is not.</summary>
    public ProductRow? Row { get; }

    /// <summary>Why there is no product; null where <see cref="Row"/> is not.</summary>
    public FailedRow? Failed { get; }
}
