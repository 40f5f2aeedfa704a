using Drape.Imaging;
using Drape.Inference;
using Drape.Styles;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>Measures how well the style of outfits is read, and whether the maps show what the answers rest on.</summary>
sealed class StylesEvaluation : IEvaluation
{
    /// <summary>Maps are tried on so many photos at most: each takes as long as some forty readings.</summary>
    const int MostMaps = 200;

    readonly IReadOnlyList<StyleRow> _rows;
    readonly HashSet<string> _mapped;
    readonly LabelledPictures _pictures;
    readonly StyleReader _reader;

    public StylesEvaluation(EvaluationRequest request, ModelCatalog catalog)
    {
        _rows = StyleRow.Read(request);
        _mapped = [.. Evenly.Chosen(_rows, MostMaps).Select(r => r.Id)];
        _pictures = LabelledPictures.Find(request.Data, "outfits");
        _reader = new StyleReader(catalog.Get(StyleReader.ModelName, ThreadPolicy.ManyPhotos));
    }

    /// <summary>What was read of one photo.</summary>
    sealed record Answer(Ranking Style, double Formality, double Warmth, MapTrial? Maps);

    public int Pictures => _rows.Count;

    public async Task<EvaluationReport> MeasureAsync(PictureRun run)
    {
        var read = await run.ReadAsync(_rows, _pictures, (_, files) => Read(files[0]), Judge);
        var figures = new FigureTable();
        List<Ranking> styles = [.. read.Select(r => r.Answer.Style)];
        figures.AddTop1("style", styles);
        if (read.Count > 0)
        {
            figures.Add("style.pair", read.Average(r =>
                r.Answer.Style.Ranked[0] == r.Row.First || r.Answer.Style.Ranked[0] == r.Row.Second ? 1.0 : 0));
            figures.AddTop3("style", styles);
            figures.AddStated("style", styles);
            figures.AddCalibration("style", styles);
            figures.AddConfusions("style", styles);
            figures.Add("formality.mae", read.Average(r => Math.Abs(r.Answer.Formality - r.Row.Formality)));
            figures.Add("warmth.mae", read.Average(r => Math.Abs(r.Answer.Warmth - r.Row.Warmth)));
        }

        List<MapTrial> maps = [.. read.Select(r => r.Answer.Maps).OfType<MapTrial>()];
        if (maps.Count > 0)
        {
            figures.Add("map.deletion", maps.Average(m => m.Deletion));
            figures.Add("map.insertion", maps.Average(m => m.Insertion));
            figures.Add("map.deletion.random", maps.Average(m => m.RandomDeletion));
            figures.Add("map.insertion.random", maps.Average(m => m.RandomInsertion));
        }

        return figures.Report("styles", read.Count);
    }

    (PixelImage Pixels, StyleFindings Findings) Read(byte[] file)
    {
        var pixels = PhotoDecoder.Decode(file, PhotoAnalyzer.WorkingSide).Pixels;
        return (pixels, _reader.Read(pixels));
    }

    /// <summary>The map's trial is made of some forty readings: it is none of the time that one takes.</summary>
    Answer Judge(StyleRow row, (PixelImage Pixels, StyleFindings Findings) read) => new(
        Ranking.Of(row.First, read.Findings.Style) with { Id = row.Id }, read.Findings.Formality, read.Findings.Warmth,
        _mapped.Contains(row.Id) ? MapTrial.Of(_reader, read.Pixels, read.Findings, row.Id) : null);
}
