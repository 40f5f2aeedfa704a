using Drape.Inference;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>
/// What models wear beside the product that they show. A catalog names the product alone, so this project annotated the large shop
/// pictures that never trained and in which several things were found; where one may be called by several types, they are joined by '|'.
/// </summary>
sealed class BesideProducts
{
    const string Table = "products-large-beside.csv";

    /// <summary>Stands for whatever a thing is that is not worn in its picture.</summary>
    const string Another = "another";

    readonly Dictionary<string, string[]> _worn = [];

    public BesideProducts()
    {
        using var stream = typeof(BesideProducts).Assembly.GetManifestResourceStream(Table)!;
        using var reader = new StreamReader(stream);
        var table = LabelTable.Parse(Table, reader.ReadToEnd());
        int id = table.Column("id"), beside = table.Column("beside");
        foreach (string[] row in table.Rows)
        {
            _worn[row[id]] = row[beside].Split([' ', '|']);
        }
    }

    /// <summary>The pictures that were annotated.</summary>
    public IEnumerable<string> Pictures => _worn.Keys;

    /// <summary>Everything that one of them shows beside the product, by every name that fits.</summary>
    public IReadOnlyList<string> Worn(string id) => _worn[id];

    /// <summary>Whether each thing that was found beside the product is worn there; none of a picture that nobody annotated.</summary>
    /// <param name="id">The picture.</param>
    /// <param name="said">What a reading says of what is beside its main garment.</param>
    public IEnumerable<Ranking> Judge(string id, IEnumerable<Verdict> said) => _worn.TryGetValue(id, out string[]? worn)
        ? said.Select(verdict => Ranking.First(worn.Contains(verdict.Best.Class) ? verdict.Best.Class : Another, verdict) with { Id = id }) : [];
}
