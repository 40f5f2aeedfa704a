using BenchmarkDotNet.Attributes;
using Drape.Imaging;

namespace Drape.Bench;

/// <summary>A 12-megapixel file to the engine's working size.</summary>
public class DecodeBench
{
    byte[] _file = [];

    [Params(PhotoFormat.Jpeg, PhotoFormat.Webp, PhotoFormat.Png)]
    public PhotoFormat Format { get; set; }

    [GlobalSetup]
    public void Draw() => _file = BenchPhotos.TwelveMegapixels(Format);

    [Benchmark]
    public PhotoHeader Identify() => PhotoDecoder.Identify(_file);

    [Benchmark]
    public Photo Decode() => PhotoDecoder.Decode(_file, PhotoAnalyzer.WorkingSide);
}
