using Drape.Inference;

namespace Drape.Tests.Inference;

/// <summary>The shipped networks give in C# what they gave in the training code, from the same bytes.</summary>
public sealed class ParityTests : IDisposable
{
    // Weights are stored in half precision on both sides; what is left is the order in which a runtime adds.
    const float Tolerance = 0.02f;

    readonly ModelCatalog _catalog = ModelCatalog.Open(precision: Precision.Float32);

    public void Dispose() => _catalog.Dispose();

    public static TheoryData<string> Networks()
    {
        using var catalog = ModelCatalog.Open(precision: Precision.Float32);
        return [.. catalog.Models.Select(m => m.Name)];
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Every_output_agrees_with_the_arrays_that_training_wrote(string network)
    {
        var parity = Parity.Of(network);
        var model = _catalog.Get(network, ThreadPolicy.OnePhoto);
        string[] names = [.. model.Manifest.Heads.SelectMany(h => (string?[])[h.Output, h.Map]).OfType<string>()];
        foreach (var run in parity.Runs)
        {
            Assert.Equal(names.Order(), run.Outputs.Keys.Order());
            float[] planes = Parity.Planes(parity.Picture(), model.Manifest.Input, run.InputWidth, run.InputHeight);

            float[][] found = model.Run(planes, 1, run.InputWidth, run.InputHeight, names);

            for (int i = 0; i < names.Length; i++)
            {
                var expected = run.Outputs[names[i]];
                Assert.Equal(expected.Shape.Aggregate(1, (product, size) => product * size), found[i].Length);
                float[] seen = [.. expected.Values.Select((_, k) => found[i][k * expected.Step])];
                double worst = seen.Zip(expected.Values, (a, b) => Math.Abs(a - b)).Max();
                Assert.True(worst <= Tolerance * Math.Max(1, expected.Values.Max(Math.Abs) / 10),
                    $"{names[i]} at {run.InputWidth}x{run.InputHeight} is off by {worst}");
            }
        }
    }
}
