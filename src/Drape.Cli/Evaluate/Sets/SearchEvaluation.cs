using Drape.Garments;
using Drape.Imaging;
using Drape.Inference;
using Drape.Server.Catalogs.Import;
using Drape.Similarity;
using Drape.Store.Products;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>
/// Measures search: each picture is asked for among the others of the selection, and its nearest should be of its kind;
/// a distorted copy should find its original first. Pictures are embedded as a whole.
/// </summary>
sealed class SearchEvaluation : IEvaluation
{
    /// <summary>The network that search is compared with, where there is one.</summary>
    public const string BaselineModel = "imagenet";

    const string Baseline = "baseline.";
    const string Copies = "copies.recall1";
    const int MostCopies = 500;

    readonly IReadOnlyList<ProductRow> _products;
    readonly IReadOnlyList<ClosetRow> _closet;
    readonly HashSet<string> _copied;
    readonly LabelledPictures _productPictures;
    readonly LabelledPictures _closetPictures;
    readonly List<(string Prefix, Embedder Embedder)> _embedders;
    readonly PhotoAnalyzer _analyzer;
    readonly string? _connection;

    public SearchEvaluation(EvaluationRequest request, ModelCatalog catalog)
    {
        _connection = request.Connection;
        _products = ProductRow.Read(request);
        _closet = ClosetRow.Read(request);
        _copied = [.. Evenly.Chosen(_products, MostCopies).Select(r => r.Id)];
        _productPictures = LabelledPictures.Find(request.Data, "products");
        _closetPictures = LabelledPictures.Find(request.Data, "closet");
        _analyzer = new PhotoAnalyzer(catalog, ThreadPolicy.ManyPhotos);
        _embedders = [("", Load(GarmentReader.ModelName))];
        if (catalog.Models.Any(m => m.Name == BaselineModel))
        {
            _embedders.Add((Baseline, Load(BaselineModel)));
        }

        Embedder Load(string name) => new(catalog.Get(name, ThreadPolicy.ManyPhotos));
    }

    /// <summary>A picture's embeddings and those of its distorted copy, one an embedder; none where it has no copy.</summary>
    sealed record Answer(Embedding[] Picture, Embedding[] Copy, NewProduct? Product = null);

    public int Pictures => _products.Count + _closet.Count;

    public IReadOnlyList<string> Notes => _embedders.Count > 1 ? []
        : [$"models.json has no network '{BaselineModel}': there are no {Baseline} figures."];

    public async Task<EvaluationReport> MeasureAsync(PictureRun run)
    {
        if (_connection is not null)
        {
            await HnswTrial.CheckAsync(_connection, run.Options.CancellationToken);
        }

        var products = await run.ReadAsync(_products, _productPictures,
            (row, files) => Read(files[0], row.Id, _copied, asProduct: true));
        var closet = await run.ReadAsync(_closet, _closetPictures, (row, files) => Read(files[0], row.Id, []));
        var figures = new FigureTable();
        for (int e = 0; e < _embedders.Count; e++)
        {
            string prefix = _embedders[e].Prefix;
            var shop = new ExactIndex([.. products.Select(p => p.Answer.Picture[e])]);
            var home = new ExactIndex([.. closet.Select(p => p.Answer.Picture[e])]);
            var nearest = Neighbourhoods.Of(shop, [.. products.Select(p => p.Answer.Picture[e])], run.Options);
            Neighbourhoods.Add(figures, prefix + "type", nearest, [.. products.Select(p => p.Row.Words["articleType"])]);
            Neighbourhoods.Add(figures, prefix + "colour", nearest, [.. products.Select(p => p.Row.Words["baseColour"])]);
            nearest = Neighbourhoods.Of(home, [.. closet.Select(p => p.Answer.Picture[e])], run.Options);
            Neighbourhoods.Add(figures, prefix + "pattern", nearest, [.. closet.Select(p => p.Row.Pattern)]);

            int own = e;
            bool[] found = [.. products.Select((p, i) => (Original: i, p.Answer.Copy)).Where(p => p.Copy.Length > 0)
                .Select(p => shop.Nearest(p.Copy[own], 1)[0].Position == p.Original)];
            if (found.Length > 0)
            {
                figures.Add(prefix + Copies, found.Average(f => f ? 1.0 : 0));
            }
        }

        await AddFoundAsync(figures, products, run.Options);
        await AddRecallAsync(figures, [.. products.Select(p => p.Answer.Picture[0])], run.Options.CancellationToken);
        return figures.Report("search", products.Count + closet.Count);
    }

    /// <summary>What <c>drape search</c> answers; a picture in which no garment is found is in no catalog.</summary>
    static async Task AddFoundAsync(
        FigureTable figures, IReadOnlyList<(ProductRow Row, Answer Answer)> read, ParallelOptions options)
    {
        var found = read.Where(r => r.Answer.Product is not null).ToList();
        int[][] nearest = await CatalogTrial.NearestAsync([.. found.Select(f => f.Answer.Product!)], options);
        Neighbourhoods.Add(figures, "kind.type", nearest, [.. found.Select(f => f.Row.Words["articleType"])]);
        Neighbourhoods.Add(figures, "kind.colour", nearest, [.. found.Select(f => f.Row.Words["baseColour"])]);
    }

    async Task AddRecallAsync(FigureTable figures, IReadOnlyList<Embedding> looks, CancellationToken cancellation)
    {
        var trial = new RecallTrial(looks);
        if (!trial.IsPossible)
        {
            return;
        }

        await ScanTrial.RunAsync(figures, trial, looks, cancellation);
        if (_connection is not null)
        {
            await HnswTrial.RunAsync(figures, trial, looks, _connection, cancellation);
        }

        trial.TimeExact(figures, cancellation);
    }

    Answer Read(byte[] file, string id, HashSet<string> copied, bool asProduct = false)
    {
        var pixels = PhotoDecoder.Decode(file, PhotoAnalyzer.WorkingSide).Pixels;
        return new Answer(Embed(pixels), copied.Contains(id) ? Embed(DistortedCopy.Of(pixels, id)) : [],
            asProduct ? ReadProduct(file, id) : null);
    }

    /// <summary>As an import reads it that knows no words of the shop: the main garment.</summary>
    NewProduct? ReadProduct(byte[] file, string id)
    {
        try
        {
            var row = new Server.Catalogs.Import.ProductRow { Key = id, Picture = id, Place = id };
            return ProductReading.Of(_analyzer, file, row).Put(new NewProduct { Key = id });
        }
        catch (RowException)
        {
            return null;
        }
    }

    Embedding[] Embed(PixelImage picture) => [.. _embedders.Select(e => e.Embedder.Read(picture))];
}
