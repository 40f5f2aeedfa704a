using Drape.Garments;
using Drape.Imaging;
using Drape.Inference;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>
/// Measures how well the catalog's words are read off shop pictures. Most show the product and nothing else, so the whole of it is
/// read as one garment. The larger pictures, in which a parser can see something, are read as photos, too: some show a model.
/// </summary>
sealed class ProductsEvaluation : IEvaluation
{
    /// <summary>Which pictures are read unless others are asked for.</summary>
    public const string Small = "small";

    /// <summary>The larger pictures that there are of some products.</summary>
    public const string Large = "large";

    readonly IReadOnlyList<ProductRow> _rows;
    readonly LabelledPictures _pictures;
    readonly GarmentReader _reader;
    readonly ShopPhotos? _photos;

    public ProductsEvaluation(EvaluationRequest request, ModelCatalog catalog)
    {
        bool large = request.Pictures == Large;
        _pictures = LabelledPictures.Find(request.Data, large ? "products-large" : "products");
        var rows = ProductRow.Read(request);
        _rows = large ? _pictures.OnlyThere(rows) : rows;
        _reader = new GarmentReader(catalog.Get(GarmentReader.ModelName, ThreadPolicy.ManyPhotos));
        _photos = large ? new ShopPhotos(catalog) : null;
    }

    /// <summary>What was read of one picture.</summary>
    /// <param name="Whole">The words of its whole, by question: the first answers only, since all classes of all pictures would fill the memory.</param>
    /// <param name="Photo">What a reading says of it; null where it was not read so.</param>
    sealed record Answer(IReadOnlyDictionary<string, Ranking> Whole, ShopPhotos.Answer? Photo);

    public int Pictures => _rows.Count;

    public async Task<EvaluationReport> MeasureAsync(PictureRun run)
    {
        var read = await run.ReadAsync(_rows, _pictures, Read);
        var figures = new FigureTable();
        foreach (string question in ProductRow.Questions)
        {
            // A network need not answer every question; a product without a word for it does not count.
            List<Ranking> answers = [.. read.Where(r => r.Row.Words[question].Length > 0 && r.Answer.Whole.ContainsKey(question))
                .Select(r => r.Answer.Whole[question])];
            figures.AddTop1(question, answers);
            figures.AddStated(question, answers);
            figures.AddCalibration(question, answers);
            figures.AddConfusions(question, answers);
        }

        if (_photos is not null)
        {
            ShopPhotos.AddTo(figures, [.. read.Select(r => r.Answer.Photo).OfType<ShopPhotos.Answer>()]);
        }

        return figures.Report("products", read.Count);
    }

    Answer Read(ProductRow row, IReadOnlyList<byte[]> files)
    {
        var pixels = PhotoDecoder.Decode(files[0], PhotoAnalyzer.WorkingSide).Pixels;
        // Squashed or not, the reader squashes a box to its own size.
        var verdicts = _reader.Read(pixels, [pixels.Whole], scene: GarmentScene.Shop)[0];
        return new Answer(ProductRow.Questions.Where(verdicts.ByHead.ContainsKey)
            .ToDictionary(q => q, q => Ranking.First(row.Words[q], verdicts.ByHead[q]) with { Id = row.Id }), _photos?.Read(row, pixels));
    }
}
