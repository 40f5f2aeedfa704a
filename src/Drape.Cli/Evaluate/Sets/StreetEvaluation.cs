using Drape.Garments;
using Drape.Imaging;
using Drape.Inference;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>
/// Measures how well the reader names garments that people wear in the street, and the pattern of the largest: each cut out
/// where its mask says it is, so that what the parser misses does not count there. Beside it, what a reading says of those
/// garments that the parser finds there: with the parser's say, as people are told.
/// </summary>
sealed class StreetEvaluation : IEvaluation
{
    /// <summary>The least share of a photo that a garment takes; nobody could name a smaller one.</summary>
    const double Least = 0.004;

    readonly IReadOnlyList<MaskRow> _rows;
    readonly LabelledPictures _pictures;
    readonly GarmentReader _reader;
    readonly PhotoAnalyzer _analyzer;
    readonly LabelMask _masks;
    readonly string?[] _types;
    readonly StreetPatterns _patterns;

    public StreetEvaluation(EvaluationRequest request, ModelCatalog catalog)
    {
        _rows = MaskRow.Read(request);
        _pictures = LabelledPictures.Find(request.Data, "outfits");
        _reader = new GarmentReader(catalog.Get(GarmentReader.ModelName, ThreadPolicy.ManyPhotos));
        _analyzer = new PhotoAnalyzer(catalog, ThreadPolicy.ManyPhotos);
        string[] labels = LabelsJson.Read(request);
        _masks = new LabelMask(labels, labels, new Dictionary<string, IReadOnlyList<string>>());
        _types = [.. labels.Select(StreetTypes.Of)];
        _patterns = new StreetPatterns(request);
    }

    /// <summary>What was read of one photo.</summary>
    /// <param name="Types">Each garment's type.</param>
    /// <param name="Said">What a reading says of each that it finds.</param>
    /// <param name="Pattern">The largest garment's pattern; null where it has no label.</param>
    sealed record Answer(IReadOnlyList<Ranking> Types, IReadOnlyList<Ranking> Said, Ranking? Pattern);

    public int Pictures => _rows.Count;

    public async Task<EvaluationReport> MeasureAsync(PictureRun run)
    {
        var read = await run.ReadAsync(_rows, _pictures, (row, files) => Read(row.Id, files[0], files[1]));
        var figures = new FigureTable();
        foreach (var (question, answers) in new (string, List<Ranking>)[]
            { ("type", [.. read.SelectMany(r => r.Answer.Types)]), ("said.type", [.. read.SelectMany(r => r.Answer.Said)]) })
        {
            figures.AddTop1(question, answers);
            figures.AddTop3(question, answers);
            figures.AddStated(question, answers);
            figures.AddCalibration(question, answers);
            figures.AddConfusions(question, answers);
        }

        StreetPatterns.AddTo(figures, [.. read.Select(r => r.Answer.Pattern).OfType<Ranking>()]);
        return figures.Report("street", read.Count);
    }

    Answer Read(string id, byte[] photo, byte[] mask)
    {
        var (width, height, labels) = _masks.Read(mask);
        var pixels = PhotoDecoder.Decode(photo, PhotoAnalyzer.WorkingSide).Pixels;
        var worn = new List<(string Type, PixelBox Box, PixelBox Crop, int Pixels)>();
        for (int label = 0; label < _types.Length; label++)
        {
            if (_types[label] is { } type && Place(labels, (byte)label, width) is { } place)
            {
                worn.Add((type, place.Box(pixels.Width, pixels.Height), place.Crop(pixels.Width, pixels.Height), labels.Count(l => l == label)));
            }
        }

        var read = worn.Count == 0 ? [] : _reader.Read(pixels, [.. worn.Select(w => w.Crop)], scene: GarmentScene.Worn);
        return new Answer(
            [.. read.Zip(worn, (verdicts, w) => Ranking.Of(w.Type, verdicts.ByHead[GarmentVerdicts.TypeHead]) with { Id = id })],
            [.. Said(pixels, [.. worn.Select(w => (w.Type, w.Box))]).Select(said => said with { Id = id })],
            _patterns.Of(id, read.Zip(worn, (verdicts, w) => (verdicts, w.Pixels))));
    }

    /// <summary>What a reading says of the garments that it finds where the masks say they are.</summary>
    IEnumerable<Ranking> Said(PixelImage pixels, IReadOnlyList<(string Type, PixelBox Box)> worn)
    {
        foreach (var garment in worn.Count == 0 ? [] : _analyzer.Read(pixels, style: false).Garments)
        {
            var box = garment.Place.Box(pixels.Width, pixels.Height);
            var (type, overlap) = worn.Select(w => (w.Type, Overlap: MaskAgreement.Overlap(w.Box, box))).MaxBy(w => w.Overlap);
            if (overlap >= MaskAgreement.SameBox)
            {
                yield return Ranking.Of(type, garment.Verdicts.Type);
            }
        }
    }

    /// <summary>Where a label is; null where it is nowhere or only a speck.</summary>
    static FoundGarment? Place(byte[] labels, byte label, int width)
    {
        byte[] own = [.. labels.Select(l => l == label ? byte.MaxValue : (byte)0)];
        var mask = new Mask(width, labels.Length / width, own);
        return own.Count(v => v > 0) >= Least * own.Length && mask.Bounds() is { } box
            ? new FoundGarment(null, null, mask, box, mask.Width, mask.Height) : null;
    }
}
