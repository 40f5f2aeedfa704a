using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Drape.Cli.Models;
using Drape.Cli.Terminal;
using Drape.Imaging;
using Drape.Inference;
using Drape.Native;
using Drape.Store;

namespace Drape.Cli.Doctor;

/// <summary>Looks at everything that Drape needs, one thing after the other; no trouble hides the next.</summary>
static class Examination
{
    const double LeastMemory = 1e9;

    public static async IAsyncEnumerable<Finding> RunAsync(
        string home, ColourDepth colours, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        yield return new Finding("system", Health.Ok,
            $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}, {architecture}");
        yield return Machine(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        yield return Try("inference", () =>
            new Finding("inference", Health.Ok, $"ONNX Runtime {InferenceSession.RuntimeVersion}"));
        yield return Try("pictures", Pictures);
        yield return Try("networks", Networks);
        yield return Try("self-test", SelfTest);
        yield return Try("home", () => Home(home));
        foreach (var finding in await KeptThings.ExamineAsync(home, cancellation))
        {
            yield return finding;
        }

        yield return Terminal(colours);
    }

    static Finding Try(string subject, Func<Finding> look)
    {
        try
        {
            return look();
        }
        catch (Exception e) when (e is NativeRuntimeException or ModelException or OnnxRuntimeException
            or PhotoException or IOException or UnauthorizedAccessException)
        {
            return new Finding(subject, Health.Failed, e.Message);
        }
    }

    static Finding Machine(long memory)
    {
        int width = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;
        int cores = Environment.ProcessorCount;
        string text = string.Create(CultureInfo.InvariantCulture,
            $"{cores} {(cores == 1 ? "core" : "cores")}, vectors of {width} bits, {memory / 1e9:0.0} GB of memory");
        return memory < LeastMemory
            ? new Finding("machine", Health.Warning, text, "Many photos at once may not fit: use --parallel 1.")
            : new Finding("machine", Health.Ok, text);
    }

    static Finding Pictures()
    {
        var picture = TestPicture.Draw();
        var formats = Enum.GetValues<PhotoFormat>();
        foreach (var format in formats)
        {
            var again = PhotoDecoder.Decode(PhotoEncoder.Encode(picture, format), TestPicture.Side);
            if ((again.Width, again.Height) != (picture.Width, picture.Height))
            {
                return new Finding("pictures", Health.Failed, $"libvips gives a {format} picture back in another size.",
                    "Delete native/node_modules and build Drape again.");
            }
        }

        return new Finding("pictures", Health.Ok,
            $"libvips reads and writes {string.Join(", ", formats.Select(f => f.ToString().ToUpperInvariant()))}");
    }

    static Finding Networks()
    {
        using var catalog = ModelCatalog.Open();
        var problems = catalog.Models.Select(m => ModelTrial.Problem(catalog, m)).OfType<string>().Distinct().ToList();
        return problems.Count > 0
            ? new Finding("networks", Health.Failed, string.Join(" ", problems),
                "'drape models verify' checks them again.")
            : new Finding("networks", Health.Ok, string.Join(", ", catalog.Models.Select(m => m.Identity)));
    }

    static Finding SelfTest()
    {
        using var catalog = ModelCatalog.Open();
        var analyzer = new PhotoAnalyzer(catalog, ThreadPolicy.OnePhoto);
        byte[] photo = PhotoEncoder.Encode(TestPicture.Draw(), PhotoFormat.Jpeg);
        analyzer.Analyze(photo, "self-test"); // the first one compiles
        long start = Stopwatch.GetTimestamp();
        var reading = analyzer.Analyze(photo, "self-test");
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return reading.Garments is [{ } garment]
            ? new Finding("self-test", Health.Ok, string.Create(CultureInfo.InvariantCulture,
                $"a drawn picture was read in {milliseconds:0} ms: {garment.Colour}"))
            : new Finding("self-test", Health.Failed,
                $"{reading.Garments.Count} garments were found in a picture of one.",
                "'drape models verify' checks the networks.");
    }

    static Finding Home(string home)
    {
        bool existed = Directory.Exists(home);
        try
        {
            HomeFolder.Make(home);
            string trial = Path.Combine(home, $".trial-{Environment.ProcessId}");
            File.WriteAllText(trial, "");
            File.Delete(trial);
            if (!existed)
            {
                Directory.Delete(home);
            }

            if (existed && HomeFolder.Openness(home) is { } open)
            {
                return new Finding("home", Health.Warning, $"{home} can be written.", open);
            }

            return new Finding("home", Health.Ok, $"{home} can be written{(existed ? "" : " (not there yet)")}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Finding("home", Health.Failed, $"{home} cannot be written: {e.Message}",
                "Change its owner, or name another folder with --home or DRAPE_HOME.");
        }
    }

    static Finding Terminal(ColourDepth colours) => colours switch
    {
        ColourDepth.True => new Finding("terminal", Health.Ok, "all colours"),
        ColourDepth.Indexed => new Finding("terminal", Health.Ok,
            "256 colours: swatches are shown in the nearest. Where it can show all, set COLORTERM=truecolor"),
        _ => new Finding("terminal", Health.Ok, "no colours: not a terminal, or NO_COLOR is set"),
    };
}
