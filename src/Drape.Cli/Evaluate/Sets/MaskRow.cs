using Drape.Cli.CommandLine;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>A photo of the outfits set that has a mask.</summary>
/// <param name="Id">The name of both files without ending.</param>
sealed record MaskRow(string Id) : ILabelled
{
    /// <summary>The source of rows that have a mask.</summary>
    public const string Masked = "pixel";

    /// <summary>The photo, then the mask.</summary>
    public IReadOnlyList<string> Files => [$"photos/{Id}", $"masks/{Id}"];

    /// <summary>Reads outfits-tags.csv, whose <c>source</c> says which photos have masks.</summary>
    /// <exception cref="WrongUseException">It is missing, or lacks a column, or has no row of that split.</exception>
    public static IReadOnlyList<MaskRow> Read(EvaluationRequest request)
    {
        string path = request["outfits-tags.csv"];
        var table = LabelTable.Read(path);
        int id = table.Column("id"), source = table.Column("source");
        var with = table.Rows.Where(r => r[source] == Masked).Select(r => r[id]).ToHashSet();
        MaskRow[] rows = [.. table.RowsOf(request.Split, null, r => new MaskRow(r[id])).Where(r => with.Contains(r.Id))];
        return rows.Length > 0 ? rows
            : throw new WrongUseException($"{path} has no rows with source={Masked}, those with a mask.");
    }
}
