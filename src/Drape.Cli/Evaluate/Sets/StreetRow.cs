using Drape.Cli.CommandLine;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>A photo of the outfits set.</summary>
/// <param name="Id">The name of its files without ending.</param>
/// <param name="Tags">What somebody wears in it.</param>
/// <param name="Masked">Whether it has a mask.</param>
sealed record StreetRow(string Id, IReadOnlyList<string> Tags, bool Masked) : ILabelled
{
    /// <summary>The photo, then the mask where there is one.</summary>
    public IReadOnlyList<string> Files => Masked ? [$"photos/{Id}", $"masks/{Id}"] : [$"photos/{Id}"];

    /// <summary>Reads outfits-tags.csv, whose <c>source</c> says which photos have masks.</summary>
    /// <exception cref="WrongUseException">It is missing, or lacks a column, or has no row of that split.</exception>
    public static IReadOnlyList<StreetRow> Read(EvaluationRequest request)
    {
        var table = LabelTable.Read(request["outfits-tags.csv"]);
        int id = table.Column("id"), source = table.Column("source"), tags = table.Column("tags");
        return table.RowsOf(request.Split, null, r => new StreetRow(
            r[id], r[tags].Split(' ', StringSplitOptions.RemoveEmptyEntries), r[source] == MaskRow.Masked));
    }
}
