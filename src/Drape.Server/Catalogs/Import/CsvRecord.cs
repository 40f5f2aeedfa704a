namespace Drape.Server.Catalogs.Import;

/// <summary>A row of a table in text.</summary>
/// <param name="Line">The line it begins at, from 1.</param>
/// <param name="Fields">What stands in its columns; empty where it cannot be told.</param>
/// <param name="Fault">Why it cannot be told, as a sentence; null where it can.</param>
sealed record CsvRecord(int Line, IReadOnlyList<string> Fields, string? Fault = null)
{
    /// <summary>What stands in a column; empty where the row ends before it.</summary>
    public string this[int place] => place < Fields.Count ? Fields[place] : "";
}
