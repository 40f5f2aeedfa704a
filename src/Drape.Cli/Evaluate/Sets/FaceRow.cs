using Drape.Cli.CommandLine;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>A picture of a face, cut so that the face lies in its middle.</summary>
/// <param name="Id">The picture's file name without ending.</param>
sealed record FaceRow(string Id) : ILabelled
{
    public IReadOnlyList<string> Files => [Id];

    /// <summary>Reads faces.csv.</summary>
    /// <exception cref="WrongUseException">It is missing, or lacks a column, or has no row of that split.</exception>
    public static IReadOnlyList<FaceRow> Read(EvaluationRequest request)
    {
        var table = LabelTable.Read(request["faces.csv"]);
        int id = table.Column("id");
        return table.RowsOf(request.Split, null, r => new FaceRow(r[id]));
    }
}
