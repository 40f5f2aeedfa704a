using Drape.Cli.CommandLine;

namespace Drape.Cli.Evaluate;

/// <summary>The labels of one picture of the closet set; an empty label was not given.</summary>
/// <param name="Id">The picture's file name without ending: column <c>n</c>.</param>
/// <param name="OwnerLabel">The coarse label of the source.</param>
/// <param name="Type">The garment.</param>
/// <param name="Pattern">Its pattern.</param>
/// <param name="Colour">Its main colour.</param>
sealed record ClosetRow(string Id, string OwnerLabel, string Type, string Pattern, string Colour)
{
    /// <summary>The split that stands for every row.</summary>
    public const string AllSplits = "all";

    /// <summary>Reads closet.csv.</summary>
    /// <exception cref="WrongUseException">It is missing, or lacks a column, or has no row of that split.</exception>
    public static IReadOnlyList<ClosetRow> Read(string path, string split)
    {
        var table = LabelTable.Read(path);
        int id = table.Column("n"), owner = table.Column("owner_label"), type = table.Column("type");
        int pattern = table.Column("pattern"), colour = table.Column("colour");
        IEnumerable<string[]> rows = table.Rows;
        if (split != AllSplits)
        {
            int column = table.Column("split");
            rows = rows.Where(row => row[column] == split);
        }

        var closet = rows.Select(r => new ClosetRow(r[id], r[owner], r[type], r[pattern], r[colour])).ToList();
        if (closet.GroupBy(r => r.Id).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new WrongUseException($"{path} has the picture {twice.Key} twice.");
        }

        return closet.Count > 0 ? closet : throw new WrongUseException(
            split == AllSplits ? $"{path} has no rows." : $"{path} has no rows with split={split}.");
    }
}
