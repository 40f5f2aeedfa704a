using Drape.Garments;
using Drape.Imaging;
using Drape.Inference;

namespace Drape.Cli.Evaluate;

/// <summary>Measures how well garments, patterns and colours of the closet set are read.</summary>
static class ClosetEvaluation
{
    const string Owner10 = "label10";

    /// <summary>What was read of one picture.</summary>
    /// <param name="Verdicts">The network's answers.</param>
    /// <param name="Colour">The measured main colour.</param>
    sealed record Answer(GarmentVerdicts Verdicts, string Colour);

    /// <summary>Reads the pictures of the rows and compares.</summary>
    /// <param name="analyzer">Reads them.</param>
    /// <param name="owner10">The classes of the head for the ten published labels; empty where there is none.</param>
    /// <param name="rows">The labels.</param>
    /// <param name="pictures">The pictures.</param>
    /// <param name="parallel">Pictures read at once.</param>
    /// <param name="advanced">Called for each picture that is done, by one thread at a time.</param>
    /// <param name="cancellation">Stops it; there are no figures then.</param>
    public static async Task<(EvaluationReport Report, IReadOnlyList<FailedPicture> Failed)> RunAsync(
        PhotoAnalyzer analyzer, IReadOnlyList<string> owner10, IReadOnlyList<ClosetRow> rows,
        LabelledPictures pictures, int parallel, Action advanced, CancellationToken cancellation)
    {
        var answers = new Dictionary<string, Answer>();
        var failed = new Dictionary<string, FailedPicture>();
        var gate = new Lock();
        await Parallel.ForEachAsync(pictures.ReadAsync(rows.Select(r => r.Id).ToHashSet(), cancellation),
            new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellation },
            (picture, _) =>
            {
                var (answer, failure) = Read(analyzer, picture.Id, picture.Bytes);
                lock (gate)
                {
                    if (answer is not null)
                    {
                        answers[picture.Id] = answer;
                    }
                    else
                    {
                        failed[picture.Id] = failure!;
                    }

                    advanced();
                }

                return ValueTask.CompletedTask;
            });

        foreach (var row in rows.Where(r => !answers.ContainsKey(r.Id)))
        {
            failed.TryAdd(row.Id, new FailedPicture(row.Id, "The table names it, but the picture is not there."));
        }

        var read = rows.Where(r => answers.ContainsKey(r.Id)).Select(r => (r, answers[r.Id])).ToList();
        return (Compare(read, owner10), [.. failed.Values.OrderBy(f => f.Id, StringComparer.Ordinal)]);
    }

    static (Answer?, FailedPicture?) Read(PhotoAnalyzer analyzer, string id, byte[] bytes)
    {
        try
        {
            var findings = analyzer.Read(PhotoDecoder.Decode(bytes, PhotoAnalyzer.WorkingSide).Pixels);
            return (new Answer(findings.Verdicts, findings.Colours.Main), null);
        }
        catch (PhotoException e)
        {
            return (null, new FailedPicture(id, e.Message));
        }
    }

    static EvaluationReport Compare(List<(ClosetRow Row, Answer Answer)> read, IReadOnlyList<string> owner10)
    {
        var figures = new FigureTable();
        figures.AddTop1(Owner10, [.. read.Where(r => owner10.Contains(r.Row.OwnerLabel))
            .Select(r => Ranking.Of(r.Row.OwnerLabel, r.Answer.Verdicts.ByHead[Owner10]))]);

        List<Ranking> types = [.. read.Where(r => r.Row.Type.Length > 0)
            .Select(r => Ranking.Of(r.Row.Type, r.Answer.Verdicts.Type))];
        figures.AddTop1("type", types);
        figures.AddTop3("type", types);
        figures.AddCalibration("type", types);
        figures.AddConfusions("type", types);

        figures.AddTop1("pattern", [.. read.Where(r => r.Row.Pattern.Length > 0)
            .Select(r => Ranking.Of(r.Row.Pattern, r.Answer.Verdicts.Pattern))]);
        figures.AddTop1("colour", [.. read.Where(r => r.Row.Colour.Length > 0)
            .Select(r => new Ranking(r.Row.Colour, [r.Answer.Colour], 1))]);
        return figures.Report("closet", read.Count);
    }

    /// <summary>The ten published labels, as far as a network answers them.</summary>
    public static IReadOnlyList<string> Owner10Classes(ModelCatalog catalog) =>
        catalog.Find(GarmentReader.ModelName).Heads.FirstOrDefault(h => h.Name == Owner10)?.Classes ?? [];
}
