namespace Drape.Cli.Evaluate;

/// <summary>What a set's command was asked for.</summary>
/// <param name="Data">The folder with tables and pictures.</param>
/// <param name="Split">Which rows.</param>
/// <param name="Pictures">Which of a set's pictures, where it has several sizes; empty for the usual ones.</param>
/// <param name="Connection">A PostgreSQL with pgvector to try, where a set tries one; null for none.</param>
sealed record EvaluationRequest(string Data, Split Split, string Pictures = "", string? Connection = null)
{
    /// <summary>The path of something in the folder.</summary>
    public string this[string name] => Path.Combine(Data, name);
}
