using System.Numerics.Tensors;
using Drape.Similarity;
using FsCheck;
using FsCheck.Fluent;

namespace Drape.Tests.Similarity;

public class PackedVectorsTests
{
    static readonly Gen<(int Size, int Seed)> Cases = from size in Gen.Elements(1, 31, 64, 100, 256, 384, 512)
                                                      from seed in Gen.Choose(0, int.MaxValue - 1)
                                                      select (size, seed);

    [Fact]
    public void A_vector_comes_back_within_half_a_step_of_16_bits() => Prop.ForAll(Arb.From(Cases), c =>
    {
        float[] unit = [.. Embedding.Of(Looks.Noise(new Random(c.Seed), c.Size)).Values];
        float step = MathF.Abs(TensorPrimitives.MaxMagnitude<float>(unit)) / 32639;
        var (vectors, _) = Packed(unit);
        float[] back = new float[vectors.Stride];

        vectors.Unpack(1, back);

        return unit.Zip(back).All(pair => MathF.Abs(pair.First - pair.Second) <= 0.51f * step);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public unsafe void The_high_bytes_alone_are_within_half_a_step_of_8_bits() => Prop.ForAll(Arb.From(Cases), c =>
    {
        float[] unit = [.. Embedding.Of(Looks.Noise(new Random(c.Seed), c.Size)).Values];
        var (vectors, _) = Packed(unit);
        float step = vectors.Scales[1] * PackedVectors.HighStep;

        bool near = Enumerable.Range(0, c.Size).All(i =>
        {
            int high = vectors.High[vectors.Stride + i] - PackedVectors.HighShift;
            return MathF.Abs(unit[i] - (high * step)) <= 0.51f * step;
        });
        GC.KeepAlive(vectors);
        return near;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Length_does_not_matter()
    {
        float[] unit = [.. Embedding.Of(Looks.Noise(new Random(3), 64)).Values];
        float[] back = new float[64];
        float[] longer = new float[64];
        TensorPrimitives.Multiply(unit, 300, longer);

        Packed(unit).Vectors.Unpack(1, back);
        float[] again = new float[64];
        Packed(longer).Vectors.Unpack(1, again);

        Assert.All(back.Zip(again), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_vector_that_points_nowhere_is_not_packed(float value) => Assert.False(Packed([value, 0]).Packed);

    static (PackedVectors Vectors, bool Packed) Packed(float[] vector)
    {
        var vectors = new PackedVectors(vector.Length, 2);
        float[] padded = new float[vectors.Stride];
        vector.CopyTo(padded, 0);
        return (vectors, vectors.TryPack(1, padded));
    }
}
