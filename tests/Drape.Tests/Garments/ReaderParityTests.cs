using System.Numerics.Tensors;
using System.Text.Json;
using Drape.Garments;
using Drape.Imaging;
using Drape.Inference;

namespace Drape.Tests.Garments;

/// <summary>The shipped reader gives in C# what it gave in the training code, from the same bytes.</summary>
public sealed class ReaderParityTests : IDisposable
{
    readonly ModelCatalog _catalog = ModelCatalog.Open();

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public void Every_head_agrees_with_the_arrays_that_training_wrote()
    {
        var expected = Expected();
        var model = _catalog.Get(GarmentReader.ModelName, ThreadPolicy.OnePhoto);
        var input = model.Manifest.Input;
        // The formula of training/export.py.
        var picture = Drawn.Picture(expected.Width, expected.Height, (x, y) => (Value(x, y, 0), Value(x, y, 1), Value(x, y, 2)));
        float[] planes = new float[3 * input.Width * input.Height];
        Resampler.ToPlanes(picture, new PixelBox(0, 0, picture.Width, picture.Height), input.Width, input.Height,
            [.. input.Mean], [.. input.Deviation], planes);

        float[][] logits = model.Run(planes, 1, [.. model.Manifest.Heads.Select(h => h.Output)]);

        for (int h = 0; h < logits.Length; h++)
        {
            float[] reference = expected.Logits[model.Manifest.Heads[h].Name];
            Assert.Equal(reference.Length, logits[h].Length);
            for (int c = 0; c < reference.Length; c++)
            {
                Assert.Equal(reference[c], logits[h][c], 0.02f);
            }
        }
    }

    [Fact]
    public void Confidences_are_the_softmax_of_the_logits_over_the_temperature()
    {
        var expected = Expected();
        var model = _catalog.Get(GarmentReader.ModelName, ThreadPolicy.OnePhoto);
        var picture = Drawn.Picture(expected.Width, expected.Height, (x, y) => (Value(x, y, 0), Value(x, y, 1), Value(x, y, 2)));

        var verdict = new GarmentReader(model).Read(picture, [new PixelBox(0, 0, picture.Width, picture.Height)])[0].Type;

        var head = model.Manifest.Head("type");
        float[] scaled = new float[head.Classes.Count];
        TensorPrimitives.Divide(expected.Logits["type"], (float)head.Temperature, scaled);
        TensorPrimitives.SoftMax(scaled, scaled);
        int best = TensorPrimitives.IndexOfMax<float>(scaled);
        Assert.Equal(head.Classes[best], verdict.Best.Class);
        Assert.Equal(scaled[best], verdict.Best.Confidence, 0.01);
        Assert.Equal(1, verdict.Ranked.Sum(c => c.Confidence), 0.0001);
        Assert.Equal(head.Classes.Count, verdict.Ranked.Count);
    }

    static byte Value(int x, int y, int channel) => (byte)((x * 5 + y * 3 + channel * 70 + x * y % 31) % 256);

    static Parity Expected()
    {
        using var stream = typeof(ReaderParityTests).Assembly.GetManifestResourceStream("reader-parity.json")!;
        return JsonSerializer.Deserialize<Parity>(stream, JsonSerializerOptions.Web)!;
    }

    sealed record Parity(int Width, int Height, Dictionary<string, float[]> Logits);
}
