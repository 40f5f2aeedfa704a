using Drape.Imaging;
using Drape.Inference;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>
/// Shop pictures read as photos are, parser first: what is said of the main garment, which is the product, and of what a model wears
/// beside it.
/// </summary>
sealed class ShopPhotos(ModelCatalog catalog)
{
    // The larger pictures are squeezed from 3:4 into squares.
    const int Wide = 3, High = 4;

    static readonly string[] _questions = ["gender", "subCategory", "articleType"];

    readonly PhotoAnalyzer _analyzer = new(catalog, ThreadPolicy.ManyPhotos);
    readonly BesideProducts _beside = new();

    /// <summary>What was read of one picture.</summary>
    /// <param name="Words">The main garment's words in the catalog, by question.</param>
    /// <param name="Beside">Whether each other thing that was found is worn there.</param>
    /// <param name="Worn">How many things are worn there beside the product, as far as that is known.</param>
    public sealed record Answer(IReadOnlyDictionary<string, Ranking> Words, IReadOnlyList<Ranking> Beside, int Worn);

    /// <summary>Reads a picture as an import does.</summary>
    public Answer Read(ProductRow row, PixelImage pixels)
    {
        var whole = pixels.Width == pixels.Height ? Resampler.Resize(pixels, pixels.Width, pixels.Height * High / Wide) : pixels;
        var garments = _analyzer.Read(whole, style: false, product: true).Garments;
        return new Answer(_questions.ToDictionary(q => q, q => OfMain(row, q, garments)),
            [.. _beside.Judge(row.Id, garments.Skip(1).Select(g => g.Verdicts.Type))], _beside.Worn(row.Id).Count);
    }

    /// <summary>What is told of the main garment; nothing where there is none, or it is of a kind without such words.</summary>
    static Ranking OfMain(ProductRow row, string question, IReadOnlyList<GarmentFindings> garments) =>
        (garments.Count > 0 && garments[0].Verdicts.Reported.TryGetValue(question, out var verdict)
            ? Ranking.First(row.Words[question], verdict) : new Ranking(row.Words[question], [Verdict.Unclear], 0)) with { Id = row.Id };

    /// <summary>Adds the figures of all pictures.</summary>
    public static void AddTo(FigureTable figures, IReadOnlyList<Answer> read)
    {
        foreach (string question in _questions)
        {
            List<Ranking> answers = [.. read.Select(r => r.Words[question]).Where(a => a.Truth.Length > 0)];
            figures.AddTop1($"photo.{question}", answers);
            figures.AddStated($"photo.{question}", answers);
            figures.AddConfusions($"photo.{question}", answers);
        }

        List<Ranking> beside = [.. read.SelectMany(r => r.Beside)];
        JudgedAnswers.AddTo(figures, "beside.type", beside);
        if (read.Sum(r => r.Worn) is > 0 and var worn)
        {
            figures.Add("beside.type.recall", (double)beside.Count(a => a.IsWithin(1)) / worn);
        }
    }
}
