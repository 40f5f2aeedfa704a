using System.Text.Json;
using Drape.Cli.CommandLine;
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
        _masks = new LabelMask(Labels(request["outfit-mask-labels.json"]), _groups, head.Merges);
        bool[][] bodies = [.. head.Roles.Keys.Select(head.Playing)];
        _worn = [.. _groups.Select((_, g) => !bodies.Any(playing => playing[g]))];
    }

    public int Pictures => _rows.Count;

    public async Task<EvaluationReport> MeasureAsync(PictureRun run)
    {
        var read = await run.ReadAsync(_rows, _pictures, (_, files) => Read(files[0], files[1]));
        var sum = new MaskAgreement(_groups.Length);
        foreach (var (_, answer) in read)
        {
            sum.Add(answer);
        }

        var figures = new FigureTable();
        sum.Report(figures, _groups, FewPhotos);
        return figures.Report("outfits", read.Count);
    }

    MaskAgreement Read(byte[] photo, byte[] mask)
    {
        var (width, height, truth) = _masks.Read(mask);
        var pixels = PhotoDecoder.Decode(photo, PhotoAnalyzer.WorkingSide).Pixels;
        var agreement = new MaskAgreement(_groups.Length);
        using var parsed = _parser.Parse(pixels);
        agreement.AddPixels(parsed.LabelsAt(width, height), truth);
        var claims = GarmentFinder.Find(parsed).Select(g => (GroupOf(g), g.Box(width, height)));
        agreement.AddGarments([.. claims], MaskAgreement.Garments(truth, width, _worn));
        return agreement;
    }

    int GroupOf(FoundGarment garment) => garment.Group is { } name ? Array.IndexOf(_groups, name) : MaskAgreement.NoGroup;

    static string[] Labels(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), LabelsJson.Default.StringArray)
                is { Length: > 0 } labels ? labels : throw new WrongUseException($"{path} names no labels.");
        }
        catch (Exception e) when (e is FileNotFoundException or JsonException)
        {
            throw new WrongUseException($"{path} should be a JSON array with the masks' labels: {e.Message}", e);
        }
    }
}
