namespace Drape.Server.Catalogs.Import;

/// <summary>How far an import is.</summary>
/// <param name="Total">Rows of the source.</param>
/// <param name="Added">Products that were new.</param>
/// <param name="Updated">Products that were there and had changed.</param>
/// <param name="Unchanged">Products that were there as they are.</param>
/// <param name="Failed">Rows that were passed over.</param>
/// <param name="Retired">Products that the source has no more, where these are retired.</param>
public sealed record ImportTally(int Total, int Added = 0, int Updated = 0, int Unchanged = 0, int Failed = 0,
    int Retired = 0)
{
    /// <summary>Rows that were dealt with.</summary>
    public int Done => Added + Updated + Unchanged + Failed;

    /// <summary>Whether every row was dealt with.</summary>
    public bool IsComplete => Done >= Total;
}
