using Drape.Cli.CommandLine;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>The catalog's words for one shop picture; an empty one was not given.</summary>
/// <param name="Id">The picture's file name without ending.</param>
/// <param name="Words">By question.</param>
sealed record ProductRow(string Id, IReadOnlyDictionary<string, string> Words) : ILabelled
{
    /// <summary>What the table tells of a product.</summary>
    public static readonly string[] Questions =
        ["gender", "masterCategory", "subCategory", "articleType", "baseColour", "season", "usage"];

    /// <summary>Reads products.csv.</summary>
    /// <exception cref="WrongUseException">It is missing, or lacks a column, or has no row of that split.</exception>
    public static IReadOnlyList<ProductRow> Read(EvaluationRequest request)
    {
        var table = LabelTable.Read(request["products.csv"]);
        int id = table.Column("id");
        var columns = Questions.Select(q => (Question: q, Place: table.Column(q))).ToList();
        return table.RowsOf(request.Split, null,
            r => new ProductRow(r[id], columns.ToDictionary(c => c.Question, c => r[c.Place])));
    }
}
