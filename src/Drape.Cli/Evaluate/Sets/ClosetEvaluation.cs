using Drape.Garments;
using Drape.Imaging;
using Drape.Inference;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>Measures how well garments, patterns and colours of the closet set are read: of each photo its first.</summary>
sealed class ClosetEvaluation : IEvaluation
{
    const string Owner10 = "label10";

    readonly IReadOnlyList<ClosetRow> _rows;
    readonly LabelledPictures _pictures;
    readonly PhotoAnalyzer _analyzer;
    readonly PhotoTurns _turns;
    readonly IReadOnlyList<string> _owner10;

    public ClosetEvaluation(EvaluationRequest request, ModelCatalog catalog)
    {
        _rows = ClosetRow.Read(request);
        _pictures = LabelledPictures.Find(request.Data, "closet");
        _analyzer = new PhotoAnalyzer(catalog, ThreadPolicy.ManyPhotos);
        _turns = new PhotoTurns(catalog);
        // The ten published labels, as far as the network answers them.
        _owner10 = catalog.Find(GarmentReader.ModelName).Heads.FirstOrDefault(h => h.Name == Owner10)?.Classes ?? [];
    }

    /// <summary>What was read of one picture.</summary>
    /// <param name="Verdicts">The network's answers.</param>
    /// <param name="Colour">The measured main colour.</param>
    /// <param name="Confidence">How probable that name is said to be.</param>
    /// <param name="Turns">What is said of its turns.</param>
    sealed record Answer(GarmentVerdicts? Verdicts, string Colour, double Confidence, IReadOnlyList<PhotoTurns.Answer> Turns)
    {
        public Ranking Of(string truth, string question) =>
            Verdicts is null ? new Ranking(truth, [""], 0) : Ranking.Of(truth, Verdicts.ByHead[question]);
    }

    public int Pictures => _rows.Count;

    public async Task<EvaluationReport> MeasureAsync(PictureRun run)
    {
        var read = await run.ReadAsync(_rows, _pictures, (_, files) => Read(files[0]));
        var figures = new FigureTable();
        figures.AddTop1(Owner10, [.. read.Where(r => _owner10.Contains(r.Row.OwnerLabel))
            .Select(r => r.Answer.Of(r.Row.OwnerLabel, Owner10))]);

        List<Ranking> types = [.. read.Where(r => r.Row.Type.Length > 0)
            .Select(r => r.Answer.Of(r.Row.Type, GarmentVerdicts.TypeHead) with { Id = r.Row.Id })];
        figures.AddTop1("type", types);
        figures.AddTop3("type", types);
        figures.AddStated("type", types);
        figures.AddCalibration("type", types);
        figures.AddConfusions("type", types);

        List<Ranking> patterns = [.. read.Where(r => r.Row.Pattern.Length > 0)
            .Select(r => r.Answer.Of(r.Row.Pattern, GarmentVerdicts.PatternHead) with { Id = r.Row.Id })];
        figures.AddTop1("pattern", patterns);
        figures.AddStated("pattern", patterns);
        figures.AddCalibration("pattern", patterns);
        figures.AddConfusions("pattern", patterns);

        List<Ranking> colours = [.. read.Where(r => r.Row.Colour.Length > 0)
            .Select(r => new Ranking(r.Row.Colour, [r.Answer.Colour], r.Answer.Confidence) { Id = r.Row.Id })];
        figures.AddTop1("colour", colours);
        figures.AddCalibration("colour", colours);
        PhotoTurns.AddTo(figures, [.. read.SelectMany(r => r.Answer.Turns)]);
        return figures.Report("closet", read.Count);
    }

    Answer Read(byte[] file)
    {
        var pixels = PhotoDecoder.Decode(file, PhotoAnalyzer.WorkingSide).Pixels;
        var turns = _turns.Of(pixels);
        // Where no garment is found, that is wrong whatever the labels are.
        return _analyzer.Read(pixels).Garments is [var first, ..]
            ? new Answer(first.Verdicts, first.Colours.Main, first.Colours.Confidence, turns) : new Answer(null, "", 0, turns);
    }
}
