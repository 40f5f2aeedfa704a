using Drape.Garments;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>
/// What models wear beside the product that they show. A catalog names the product alone, so this project annotated the large shop
/// pictures that never trained and show any of it; where one may be called by several types, they are joined by '|'.
/// </summary>
sealed class BesideProducts
{
    const string Table = "products-large-beside.csv";

    readonly Dictionary<string, IReadOnlyList<string[]>> _worn = [];

    public BesideProducts()
    {
        using var stream = typeof(BesideProducts).Assembly.GetManifestResourceStream(Table)!;
        using var reader = new StreamReader(stream);
        var table = LabelTable.Parse(Table, reader.ReadToEnd());
        int id = table.Column("id"), beside = table.Column("beside");
        foreach (string[] row in table.Rows)
        {
            _worn[row[id]] = [.. row[beside].Split(' ').Select(thing => thing.Split('|'))];
        }
    }

    /// <summary>The pictures that were annotated.</summary>
    public IEnumerable<string> Pictures => _worn.Keys;

    /// <summary>Everything that a picture shows beside its product, each by every name that fits; nothing of one that nobody annotated.</summary>
    public IReadOnlyList<string[]> Worn(string id) => _worn.GetValueOrDefault(id) ?? [];

    /// <summary>
    /// Whether each thing that was found beside the product is worn there, the surest first: who wears one belt does not wear two. None of
    /// a picture that nobody annotated.
    /// </summary>
    /// <param name="id">The picture.</param>
    /// <param name="said">What a reading says of what is beside its main garment.</param>
    /// <param name="missed">The product's type if another thing was taken for the main one: then it is no wrong answer beside that; else null.</param>
    public IEnumerable<Ranking> Judge(string id, IEnumerable<GarmentVerdicts> said, string? missed = null)
    {
        var left = Worn(id).ToList();
        if (left.Count == 0)
        {
            yield break;
        }

        foreach (var garment in said.OrderByDescending(g => g.Type.Best.Confidence))
        {
            string type = garment.Type.Best.Class;
            int thing = left.FindIndex(names => names.Contains(type));
            if (thing >= 0)
            {
                left.RemoveAt(thing);
            }
            else if (type == missed)
            {
                missed = null;
                continue;
            }

            yield return JudgedAnswers.Of(id, garment, borne: thing >= 0);
        }
    }
}
