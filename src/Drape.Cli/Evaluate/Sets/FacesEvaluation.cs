using Drape.Garments;
using Drape.Imaging;
using Drape.Inference;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>
/// Measures on close-ups of faces whether the parser sees somebody there and takes no face for something to wear.
/// </summary>
sealed class FacesEvaluation : IEvaluation
{
    /// <summary>What lies in the middle of every picture of the set.</summary>
    const string Face = "face";

    readonly IReadOnlyList<FaceRow> _rows;
    readonly LabelledPictures _pictures;
    readonly GarmentParser _parser;

    public FacesEvaluation(EvaluationRequest request, ModelCatalog catalog)
    {
        _rows = FaceRow.Read(request);
        _pictures = LabelledPictures.Find(request.Data, "faces");
        _parser = new GarmentParser(catalog.Get(GarmentParser.ModelName, ThreadPolicy.ManyPhotos));
    }

    public int Pictures => _rows.Count;

    public async Task<EvaluationReport> MeasureAsync(PictureRun run)
    {
        var read = await run.ReadAsync(_rows, _pictures, (row, files) => Read(row.Id, files[0]));
        var figures = new FigureTable();
        if (read.Count > 0)
        {
            figures.Add("people", (double)read.Count(r => r.Answer.Somebody) / read.Count);
            figures.Add("face.free", TopShare.Of([.. read.Select(r => r.Answer.Middle)], 1));
            figures.AddConfusions(Face, [.. read.Select(r => r.Answer.Middle)]);
        }

        return figures.Report("faces", read.Count);
    }

    /// <summary>Whether somebody is seen, and what lies in the middle: the face, or the garment that covers it.</summary>
    (bool Somebody, Ranking Middle) Read(string id, byte[] photo)
    {
        using var parsed = _parser.Parse(PhotoDecoder.Decode(photo, PhotoAnalyzer.WorkingSide).Pixels);
        var over = GarmentFinder.Find(parsed).FirstOrDefault(g => g.Mask.At(0.5f, 0.5f) >= 0.5f);
        string answer = over is null ? Face : over.Group ?? "garment";
        return (GarmentFinder.ShowsPeople(parsed), new Ranking(Face, [answer], over?.Hint?.Confidence ?? 0) { Id = id });
    }
}
