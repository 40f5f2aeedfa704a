using Drape.Garments;
using Drape.Imaging;
using Drape.Inference;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>Measures on masked street photos which pixels are which garment, and whether the garments are found.</summary>
sealed class OutfitsEvaluation : IEvaluation
{
    /// <summary>A group that fewer photos show has a figure of its own, but no part in the mean: it would be chance.</summary>
    const int FewPhotos = 20;

    readonly IReadOnlyList<MaskRow> _rows;
    readonly LabelledPictures _pictures;
    readonly GarmentParser _parser;
    readonly LabelMask _masks;
    readonly string[] _groups;
    readonly bool[] _worn;

    public OutfitsEvaluation(EvaluationRequest request, ModelCatalog catalog)
    {
        _rows = MaskRow.Read(request);
        _pictures = LabelledPictures.Find(request.Data, "outfits");
        var model = catalog.Get(GarmentParser.ModelName, ThreadPolicy.ManyPhotos);
        _parser = new GarmentParser(model);
        _groups = [.. _parser.Groups];
        var head = model.Manifest.Heads.First(h => h.Kind == HeadKind.Map);
        _masks = new LabelMask(LabelsJson.Read(request), _groups, head.Merges);
        bool[][] bodies = [.. head.Roles.Keys.Select(head.Playing)];
        _worn = [.. _groups.Select((_, g) => !bodies.Any(playing => playing[g]))];
    }

    /// <summary>What was found on one photo.</summary>
    sealed record Answer(MaskAgreement Agreement, CalibrationError Calibration, IReadOnlyList<Ranking> Garments);

    public int Pictures => _rows.Count;

    public async Task<EvaluationReport> MeasureAsync(PictureRun run)
    {
        var read = await run.ReadAsync(_rows, _pictures, (row, files) => Read(row.Id, files[0], files[1]));
        var sum = new MaskAgreement(_groups.Length);
        var calibration = new CalibrationError();
        foreach (var (_, answer) in read)
        {
            sum.Add(answer.Agreement);
            calibration.Add(answer.Calibration);
        }

        var figures = new FigureTable();
        sum.Report(figures, _groups, FewPhotos);
        figures.AddCalibration("pixel", calibration);
        figures.AddConfusions("garments", [.. read.SelectMany(r => r.Answer.Garments)]);
        return figures.Report("outfits", read.Count);
    }

    Answer Read(string id, byte[] photo, byte[] mask)
    {
        var (width, height, truth) = _masks.Read(mask);
        var pixels = PhotoDecoder.Decode(photo, PhotoAnalyzer.WorkingSide).Pixels;
        var agreement = new MaskAgreement(_groups.Length);
        using var parsed = _parser.Parse(pixels);
        byte[] labels = parsed.LabelsAt(width, height);
        agreement.AddPixels(labels, truth);
        var claims = GarmentFinder.Find(parsed).Select(g => (GroupOf(g), g.Box(width, height)));
        var garments = MaskAgreement.Garments(truth, width, _worn);
        agreement.AddGarments([.. claims], garments);
        return new Answer(agreement, PixelCalibration.Of(parsed, truth, width, height),
            [.. garments.Select(g => MostlyTakenFor(g.Group, labels, truth) with { Id = id })]);
    }

    /// <summary>What most of a garment's pixels were taken for, and how large a share of them.</summary>
    Ranking MostlyTakenFor(int group, byte[] labels, byte[] truth)
    {
        int[] counts = new int[_groups.Length];
        for (int i = 0; i < truth.Length; i++)
        {
            if (truth[i] == group)
            {
                counts[labels[i]]++;
            }
        }

        int most = Array.IndexOf(counts, counts.Max());
        return new Ranking(_groups[group], [_groups[most]], (double)counts[most] / counts.Sum());
    }

    int GroupOf(FoundGarment garment) => garment.Group is { } name ? Array.IndexOf(_groups, name) : MaskAgreement.NoGroup;
}
