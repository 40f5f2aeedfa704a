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
        _worn = [.. _groups.Select((_, g) => _parser.IsGarment(g))];
    }

    /// <summary>What was found on one photo.</summary>
    /// <param name="Agreement">Where parser and mask agree.</param>
    /// <param name="Pixels">How sure the parser was of each pixel, and whether rightly.</param>
    /// <param name="Garments">What each garment of the mask was mostly taken for.</param>
    /// <param name="Found">What each found garment mostly is.</param>
    sealed record Answer(
        MaskAgreement Agreement, CalibrationError Pixels, IReadOnlyList<Ranking> Garments, IReadOnlyList<Ranking> Found);

    public int Pictures => _rows.Count;

    public async Task<EvaluationReport> MeasureAsync(PictureRun run)
    {
        var read = await run.ReadAsync(_rows, _pictures, (row, files) => Read(row.Id, files[0], files[1]));
        var sum = new MaskAgreement(_groups.Length);
        var calibration = new CalibrationError();
        foreach (var (_, answer) in read)
        {
            sum.Add(answer.Agreement);
            calibration.Add(answer.Pixels);
        }

        var figures = new FigureTable();
        sum.Report(figures, _groups, FewPhotos);
        figures.AddCalibration("pixel", calibration);
        figures.AddConfusions("garments", [.. read.SelectMany(r => r.Answer.Garments)]);
        Ranking[] found = [.. read.SelectMany(r => r.Answer.Found)];
        figures.AddTop1("found", found);
        figures.AddClasses("found", found.GroupBy(f => f.Ranked[0]).Select(said =>
            KeyValuePair.Create(said.Key, new ClassFigures(said.Count(), ("right", TopShare.Of([.. said], 1))))));
        figures.AddCalibration("found", found);
        figures.AddConfusions("found", found);
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
        var found = GarmentFinder.Find(parsed);
        var garments = MaskAgreement.Garments(truth, width, _worn);
        agreement.AddGarments([.. found.Select(g => (GroupOf(g), g.Box(width, height)))], garments);
        return new Answer(agreement, PixelCalibration.Of(parsed, truth, width, height),
            [.. garments.Select(g => MostlyTakenFor(g.Group, labels, truth) with { Id = id })],
            [.. found.Where(g => g.Hint is not null).Select(g => MostlyIs(g, truth, width, height)).OfType<Ranking>()
                .Select(g => g with { Id = id })]);
    }

    /// <summary>What most of a found garment's pixels are, and how sure the parser was of its group; null where none of them is told.</summary>
    Ranking? MostlyIs(FoundGarment garment, byte[] truth, int width, int height)
    {
        var mask = garment.Mask;
        int[] counts = new int[_groups.Length];
        for (int i = 0; i < truth.Length; i++)
        {
            var (x, y) = (i % width * mask.Width / width, i / width * mask.Height / height);
            if (truth[i] != LabelMask.Untold && mask.Values[(y * mask.Width) + x] > byte.MaxValue / 2)
            {
                counts[truth[i]]++;
            }
        }

        return counts.Sum() == 0 ? null
            : new Ranking(_groups[Array.IndexOf(counts, counts.Max())], [garment.Hint!.Group], garment.Hint.Confidence);
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
