using Drape.Garments;
using Drape.Imaging;
using Drape.Inference;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>
/// Shop pictures read as photos are, parser first: what is said of the main garment, which is the product, and of what a model wears
/// beside it.
/// </summary>
sealed class ShopPhotos
{
    const string ArticleHead = "articleType", KindHead = "subCategory";

    // The larger pictures are squeezed from 3:4 into squares.
    const int Wide = 3, High = 4;

    static readonly string[] _catalogs = ["gender", KindHead, ArticleHead];

    readonly PhotoAnalyzer _analyzer;

    // Those of the catalog's words that the network answers.
    readonly string[] _words;
    readonly ModelHead? _articles;
    readonly IReadOnlyList<string> _types;

    // The catalog's kinds of products in which there are some with a type.
    readonly HashSet<string> _typed;
    readonly BesideProducts _beside = new();

    public ShopPhotos(ModelCatalog catalog)
    {
        _analyzer = new PhotoAnalyzer(catalog, ThreadPolicy.ManyPhotos);
        var heads = _analyzer.Reader.Heads;
        _words = [.. _catalogs.Where(question => heads.Any(head => head.Name == question))];
        _articles = heads.FirstOrDefault(head => head.Name == ArticleHead);
        var types = _analyzer.Reader.Head(GarmentVerdicts.TypeHead);
        _types = types.Classes;
        _typed = [.. (_articles?.Implies.Values.Where(said => said.ContainsKey(types.Name)) ?? []).Concat(types.Implies.Values)
            .Select(said => said.GetValueOrDefault(KindHead)).OfType<string>()];
    }

    /// <summary>What was read of one picture.</summary>
    /// <param name="Main">What is said of the main garment, by question.</param>
    /// <param name="Beside">Whether each other thing that was found is worn there.</param>
    /// <param name="Worn">How many things are worn there beside the product, as far as that is known.</param>
    /// <param name="Mistaken">Whether a type is stated of the product that has none, such as a watch; null of one that may have one.</param>
    public sealed record Answer(IReadOnlyDictionary<string, Ranking> Main, IReadOnlyList<Ranking> Beside, int Worn, bool? Mistaken);

    /// <summary>Reads a picture as an import does.</summary>
    public Answer Read(ProductRow row, PixelImage pixels)
    {
        var whole = pixels.Width == pixels.Height ? Resampler.Resize(pixels, pixels.Width, pixels.Height * High / Wide) : pixels;
        var garments = _analyzer.Read(whole, style: false, product: true).Garments;
        string? type = TypeOf(row);
        var main = _words.ToDictionary(q => q, q => OfMain(row.Words[q], q, garments));
        main[GarmentVerdicts.TypeHead] = OfMain(type ?? "", GarmentVerdicts.TypeHead, garments);
        return new Answer(main.ToDictionary(m => m.Key, m => m.Value with { Id = row.Id }),
            [.. _beside.Judge(row.Id, garments.Skip(1).Select(g => g.Verdicts), missed: IsWornBeside(row, garments) ? type : null)],
            _beside.Worn(row.Id).Count,
            _typed.Count == 0 || _typed.Contains(row.Words[KindHead]) ? null : garments is [{ Verdicts.Type: { Sure: true } said }, ..] && _types.Contains(said.Best.Class));
    }

    /// <summary>The type that the catalog's word for a product means; null where it may have several or none.</summary>
    string? TypeOf(ProductRow row) => _articles?.Implied(row.Words[ArticleHead], GarmentVerdicts.TypeHead);

    /// <summary>Whether what was taken for the main garment is what is worn beside the product.</summary>
    bool IsWornBeside(ProductRow row, IReadOnlyList<GarmentFindings> garments) =>
        garments.Count > 0 && _beside.Worn(row.Id).Any(names => names.Contains(garments[0].Verdicts.Type.Best.Class));

    /// <summary>What is told of the main garment; nothing where there is none, or it is of a kind that is not told of.</summary>
    static Ranking OfMain(string truth, string question, IReadOnlyList<GarmentFindings> garments) =>
        garments.Count > 0 && garments[0].Verdicts.Reported.TryGetValue(question, out var verdict)
            ? Ranking.First(truth, verdict) : new Ranking(truth, [Verdict.Unclear], 0);

    /// <summary>Adds the figures of all pictures.</summary>
    public static void AddTo(FigureTable figures, IReadOnlyList<Answer> read)
    {
        foreach (string question in read.SelectMany(r => r.Main.Keys).Distinct())
        {
            List<Ranking> answers = [.. read.Select(r => r.Main[question]).Where(a => a.Truth.Length > 0)];
            figures.AddTop1($"photo.{question}", answers);
            figures.AddStated($"photo.{question}", answers);
            figures.AddCalibration($"photo.{question}", answers);
            figures.AddConfusions($"photo.{question}", answers);
        }

        if (read.Select(r => r.Mistaken).OfType<bool>().ToList() is { Count: > 0 } foreign)
        {
            figures.Add("photo.foreign.type.stated", (double)foreign.Count(stated => stated) / foreign.Count);
        }

        List<Ranking> beside = [.. read.SelectMany(r => r.Beside)];
        JudgedAnswers.AddTo(figures, "beside.type", beside);
        if (read.Sum(r => r.Worn) is > 0 and var worn)
        {
            figures.Add("beside.type.recall", (double)beside.Count(a => a.IsWithin(1)) / worn);
        }
    }
}
