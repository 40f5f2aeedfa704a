using Drape.Garments;
using Drape.Imaging;
using Drape.Inference;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>
/// Measures how well the reader names garments that people wear in the street, and the pattern of the largest: each cut out
/// where its mask says it is, so that what the parser misses does not count there. Beside it, what a reading says of those
/// garments that the parser finds there, with the parser's say, as people are told; and what it says of all that it finds, judged by the
/// photo's tags, which photos without a mask have, too; the same of the photo from farther off, and of parts of it.
/// </summary>
sealed class StreetEvaluation : IEvaluation
{
    /// <summary>The least share of a photo that a garment takes; nobody could name a smaller one.</summary>
    const double Least = 0.004;

    readonly IReadOnlyList<StreetRow> _rows;
    readonly LabelledPictures _pictures;
    readonly GarmentReader _reader;
    readonly PhotoAnalyzer _analyzer;
    readonly string[] _labels;
    readonly LabelMask _masks;
    readonly string?[] _types;
    readonly StreetPatterns _patterns;
    readonly StreetTags _tags;
    readonly PhotoTurns _turns;

    public StreetEvaluation(EvaluationRequest request, ModelCatalog catalog)
    {
        _rows = StreetRow.Read(request);
        _pictures = LabelledPictures.Find(request.Data, "outfits");
        _reader = new GarmentReader(catalog.Get(GarmentReader.ModelName, ThreadPolicy.ManyPhotos));
        _analyzer = new PhotoAnalyzer(catalog, ThreadPolicy.ManyPhotos);
        _labels = LabelsJson.Read(request);
        _masks = new LabelMask(_labels, _labels, new Dictionary<string, IReadOnlyList<string>>());
        _types = [.. _labels.Select(StreetTypes.Of)];
        _patterns = new StreetPatterns(request);
        _turns = new PhotoTurns(catalog);
        _tags = new StreetTags(catalog.Get(GarmentParser.ModelName, ThreadPolicy.ManyPhotos).Manifest.Heads
            .First(h => h.Kind == HeadKind.Map).Merges);
    }

    /// <summary>What was read of one photo.</summary>
    /// <param name="Types">Each garment's type.</param>
    /// <param name="Said">What a reading says of each that it finds.</param>
    /// <param name="Pattern">The largest garment's pattern; null where it has no label.</param>
    /// <param name="Tagged">What a reading says of everything that it finds, beside the photo's tags.</param>
    /// <param name="Farther">The same of the photo from farther off.</param>
    /// <param name="Parts">The same of parts of it.</param>
    /// <param name="Turns">What is said of its turns.</param>
    sealed record Answer(IReadOnlyList<Ranking> Types, IReadOnlyList<Ranking> Said, Ranking? Pattern, IReadOnlyList<Ranking> Tagged,
        IReadOnlyList<Ranking> Farther, IReadOnlyList<Ranking> Parts, IReadOnlyList<PhotoTurns.Answer> Turns);

    public int Pictures => _rows.Count;

    public async Task<EvaluationReport> MeasureAsync(PictureRun run)
    {
        var read = await run.ReadAsync(_rows, _pictures, Read);
        var figures = new FigureTable();
        foreach (var (question, answers) in new (string, List<Ranking>)[]
            { ("type", [.. read.SelectMany(r => r.Answer.Types)]), ("said.type", [.. read.SelectMany(r => r.Answer.Said)]) })
        {
            figures.AddTop1(question, answers);
            figures.AddTop3(question, answers);
            figures.AddConfusions(question, answers);
        }

        // How sure a type is, is fitted with the parser's say; of a crop alone nobody is told anything.
        List<Ranking> said = [.. read.SelectMany(r => r.Answer.Said)];
        figures.AddStated("said.type", said);
        figures.AddCalibration("said.type", said);
        figures.AddAnswers("said.type", said);
        StreetPatterns.AddTo(figures, [.. read.Select(r => r.Answer.Pattern).OfType<Ranking>()]);
        StreetTags.AddTo(figures, "tagged", [.. read.SelectMany(r => r.Answer.Tagged)]);
        StreetTags.AddTo(figures, "farther", [.. read.SelectMany(r => r.Answer.Farther)]);
        StreetTags.AddTo(figures, "part", [.. read.SelectMany(r => r.Answer.Parts)]);
        PhotoTurns.AddTo(figures, [.. read.SelectMany(r => r.Answer.Turns)]);
        return figures.Report("street", read.Count);
    }

    Answer Read(StreetRow row, IReadOnlyList<byte[]> files)
    {
        var pixels = PhotoDecoder.Decode(files[0], PhotoAnalyzer.WorkingSide).Pixels;
        var turns = _turns.Of(pixels);
        var found = _analyzer.Read(pixels, style: false).Garments;
        Ranking[] tagged = [.. _tags.Judge(row, found.Select(g => g.Verdicts))];
        Ranking[] farther = [.. _tags.Judge(row, _analyzer.Read(Framing.Farther(pixels).Pixels, style: false).Garments.Select(g => g.Verdicts))];
        // A photo of a part would have as many pixels as one of the whole.
        var near = PhotoDecoder.Decode(files[0], 2 * PhotoAnalyzer.WorkingSide).Pixels;
        if (!row.Masked)
        {
            // Whether a part shows a bag, the tags do not say.
            Ranking[] seen = [.. Framing.Parts(near).SelectMany(part => Judge(row, part, null)).Where(StreetTags.IsType)];
            return new Answer([], [], null, tagged, farther, seen, turns);
        }

        var (width, height, labels) = _masks.Read(files[1]);
        var mask = new StreetMask(_labels, width, height, labels);
        Ranking[] parts = [.. Framing.Parts(near).SelectMany(part => Judge(row, part, mask))];
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
            [.. read.Zip(worn, (verdicts, w) => Ranking.Of(w.Type, verdicts.ByHead[GarmentVerdicts.TypeHead]) with { Id = row.Id })],
            [.. Said(pixels, found, [.. worn.Select(w => (w.Type, w.Box))]).Select(said => said with { Id = row.Id })],
            _patterns.Of(row.Id, read.Zip(worn, (verdicts, w) => (verdicts, w.Pixels))), tagged, farther, parts, turns);
    }

    /// <summary>What a reading says of the things in a part of a photo, each judged by what the mask has in its place, else by the tags.</summary>
    IEnumerable<Ranking> Judge(StreetRow row, Framing part, StreetMask? mask) => _analyzer.Read(part.Pixels, style: false).Garments.SelectMany(garment =>
        _tags.Judge(mask is null ? row : row with { Tags = mask.In(part.OnPhoto(garment.Place.Box(part.Pixels.Width, part.Pixels.Height)), part.Photo) },
            [garment.Verdicts]));

    /// <summary>What a reading says of the garments that it finds where the masks say they are.</summary>
    static IEnumerable<Ranking> Said(
        PixelImage pixels, IReadOnlyList<GarmentFindings> found, IReadOnlyList<(string Type, PixelBox Box)> worn)
    {
        foreach (var garment in worn.Count == 0 ? [] : found)
        {
            var box = garment.Place.Box(pixels.Width, pixels.Height);
            var (type, overlap) = worn.Select(w => (w.Type, Overlap: MaskAgreement.Overlap(w.Box, box))).MaxBy(w => w.Overlap);
            if (overlap >= MaskAgreement.SameBox)
            {
                yield return Ranking.Of(type, garment.Verdicts.Type) with { Scene = garment.Verdicts.Scene };
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
