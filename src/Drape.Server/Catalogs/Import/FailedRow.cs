namespace Drape.Server.Catalogs.Import;

/// <summary>A row that was passed over.</summary>
/// <param name="Place">Where it stands: "line 17", a file's name, a product's id.</param>
/// <param name="Reason">What is wrong with it, as a sentence.</param>
public sealed record FailedRow(string Place, string Reason);
