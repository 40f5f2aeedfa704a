using Drape.Cli.CommandLine;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>The labels of one picture of the closet set; an empty label was not given.</summary>
/// <param name="Id">The picture's file name without ending: column <c>n</c>.</param>
/// <param name="OwnerLabel">The coarse label of the source.</param>
/// <param name="Type">The garment.</param>
/// <param name="Pattern">Its pattern.</param>
/// <param name="Colour">Its main colour.</param>
sealed record ClosetRow(string Id, string OwnerLabel, string Type, string Pattern, string Colour) : ILabelled
{
    /// <summary>Reads closet.csv.</summary>
    /// <exception cref="WrongUseException">It is missing, or lacks a column, or has no row of that split.</exception>
    public static IReadOnlyList<ClosetRow> Read(EvaluationRequest request)
    {
        var table = LabelTable.Read(request["closet.csv"]);
        int id = table.Column("n"), owner = table.Column("owner_label"), type = table.Column("type");
        int pattern = table.Column("pattern"), colour = table.Column("colour");
        return table.RowsOf(request.Split, "split", r => new ClosetRow(r[id], r[owner], r[type], r[pattern], r[colour]));
    }
}
