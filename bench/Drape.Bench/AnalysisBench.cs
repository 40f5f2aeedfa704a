using BenchmarkDotNet.Attributes;
using Drape.Imaging;
using Drape.Inference;

namespace Drape.Bench;

/// <summary>A 12-megapixel JPEG to its reading, the networks loaded.</summary>
public class AnalysisBench
{
    readonly ModelCatalog _catalog = ModelCatalog.Open();
    byte[] _file = [];
    PhotoAnalyzer _analyzer = null!;

    [GlobalSetup]
    public void Load()
    {
        _file = BenchPhotos.TwelveMegapixels(PhotoFormat.Jpeg);
        _analyzer = new PhotoAnalyzer(_catalog, ThreadPolicy.OnePhoto);
    }

    [Benchmark]
    public PhotoReading Analyze() => _analyzer.Analyze(_file, "bench.jpg");

    [GlobalCleanup]
    public void Release() => _catalog.Dispose();
}
