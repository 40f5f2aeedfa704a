using System.Diagnostics;
using Drape.Cli.CommandLine;
using Drape.Cli.Terminal;
using Drape.Fetching;
using Drape.Inference;

namespace Drape.Cli.Analyze;

/// <summary>One run of <c>drape analyze</c>: finds the photos, reads them, and reports as it goes.</summary>
sealed class AnalyzeRun(AnalyzeOptions options, Output output)
{
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bool abandoned = false;
        using var fetcher = new PhotoFetcher(new FetchLimits { AllowPrivateAddresses = options.AllowPrivate });
        var given = InputExpansion.Expand(options.Inputs, fetcher);
        var heat = options.Heatmap is null ? null : HeatDrawing.Of(options.Style);
        var drawn = DrawnFolders(given.Photos, heat);
        using var results = options.Results is { } file ? ResultsFile.Open(file) : null;
        var pending = given.Photos.Where(p => results?.Has(p) != true).ToList();
        var tally = new Tally { Known = given.Photos.Count - pending.Count, Failed = [.. given.Unopened] };

        using (var report = CreateReport(given, pending))
        using (var progress = CreateProgress(pending.Count))
        {
            foreach (var unopened in given.Unopened)
            {
                report?.Add(unopened);
            }

            if (pending.Count > 0)
            {
                using var catalog = ModelCatalog.Open();
                var policy = pending.Count == 1 ? ThreadPolicy.OnePhoto : ThreadPolicy.ManyPhotos;
                var analyzer = new PhotoAnalyzer(catalog, policy);
                var readings = new PhotoReadings(analyzer, options.Parallel, drawn);
                await foreach (var outcome in readings.ReadAsync(pending, stop.Token))
                {
                    if (outcome is ReadPhoto read)
                    {
                        results?.Add(read.Reading);
                        progress?.Clear();
                        report?.Add(read.Reading);
                    }
                    else if (outcome is FailedPhoto failed)
                    {
                        report?.Add(failed);
                    }

                    // A file takes the readings whether somebody looks on or not.
                    if (!abandoned && results is null && PlatformCalls.IsOutputAbandoned())
                    {
                        abandoned = true;
                        await stop.CancelAsync();
                    }

                    tally.Count(outcome);
                    progress?.Advance();
                }
            }
        }

        if (heat is { Without: > 0 and var without })
        {
            output.Error.WriteLine(without == 1 ? "1 photo has no heat map: no outfit was found in it."
                : $"{without} photos have no heat map: no outfit was found in them.");
        }

        bool stopped = tally.Read + tally.Failed.Count - given.Unopened.Count < pending.Count;
        new Summary(given, tally, options, stopped, Stopwatch.GetElapsedTime(start))
        {
            Abandoned = abandoned,
        }.Write(output);
        return stopped ? ExitCode.Stopped : tally.Failed.Count > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }

    List<DrawnFolder> DrawnFolders(IReadOnlyList<PhotoSource> photos, HeatDrawing? heat)
    {
        var drawn = new List<DrawnFolder>();
        if (options.Overlay is { } overlay)
        {
            drawn.Add(new(new PictureFolder("--overlay", overlay, photos), new OverlayDrawing()));
        }

        if (options.Heatmap is { } heatmap)
        {
            drawn.Add(new(new PictureFolder("--heatmap", heatmap, photos), heat!));
        }

        return drawn;
    }

    /// <summary>Where readings are shown; nowhere when a file takes them and no JSON is wanted.</summary>
    Report? CreateReport(GivenPhotos given, List<PhotoSource> pending)
    {
        if (options.Json)
        {
            return given.IsSingle ? new JsonObjectReport(output.Out) : new JsonArrayReport(output.Out);
        }

        if (options.Results is not null)
        {
            return null;
        }

        var ink = new Ink(options.Plain ? ColourDepth.None : output.Colours);
        return options.ShowsBlocks(given.Photos.Count)
            ? new BlockReport(output.Out, ink)
            : new LineReport(output.Out, ink, pending.Select(p => p.Name));
    }

    ProgressLine? CreateProgress(int count) =>
        output.ErrorIsTerminal && !options.Plain && count > BlockReport.Few
            ? new ProgressLine(output.Error, count, "photos") : null;
}
