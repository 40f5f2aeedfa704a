using BenchmarkDotNet.Attributes;
using Drape.Colours;
using Drape.Garments;
using Drape.Imaging;
using Drape.Inference;

namespace Drape.Bench;

/// <summary>The steps after decoding, each alone.</summary>
public class ReadBench
{
    readonly ModelCatalog _catalog = ModelCatalog.Open();
    PixelImage _image = null!;
    PixelBox[] _one = [], _sixteen = [];
    GarmentReader _quick = null!, _frugal = null!;

    [GlobalSetup]
    public void Load()
    {
        _image = BenchPhotos.Working();
        var whole = new PixelBox(0, 0, _image.Width, _image.Height);
        (_one, _sixteen) = ([whole], [.. Enumerable.Repeat(whole, 16)]);
        _quick = new GarmentReader(_catalog.Get(GarmentReader.ModelName, ThreadPolicy.OnePhoto));
        _frugal = new GarmentReader(_catalog.Get(GarmentReader.ModelName, ThreadPolicy.ManyPhotos));
    }

    [Benchmark]
    public object Read_one_on_all_cores() => _quick.Read(_image, _one);

    [Benchmark]
    public object Read_one_on_one_core() => _frugal.Read(_image, _one);

    [Benchmark(OperationsPerInvoke = 16)]
    public object Read_sixteen_in_a_batch() => _quick.Read(_image, _sixteen);

    [Benchmark]
    public object Measure_colours() => ColourMeter.Measure(_image);

    [GlobalCleanup]
    public void Release() => _catalog.Dispose();
}
