using Drape.Similarity;
using FsCheck;
using FsCheck.Fluent;

namespace Drape.Tests.Similarity;

/// <summary>Every way that this processor has, compared with a plain loop.</summary>
public class DotKernelTests
{
    public static TheoryData<int> Ways => [.. Enumerable.Range(0, DotKernel.Ways.Count)];

    [Theory]
    [MemberData(nameof(Ways))]
    public void Every_way_gives_what_a_plain_loop_gives(int way)
    {
        var cases = from size in Gen.Elements(1, 31, 64, 100, 256, 384, 512, 1000)
                    from rows in Gen.Choose(1, 20)
                    from seed in Gen.Choose(0, int.MaxValue - 1)
                    select (size, rows, seed);

        Prop.ForAll(Arb.From(cases), c =>
        {
            var random = new Random(c.seed);
            byte[] bytes = new byte[c.rows * PackedVectors.StrideOf(c.size)];
            random.NextBytes(bytes);
            int[] slots = [.. Enumerable.Range(0, c.rows).Where(_ => random.Next(4) > 0)];
            Check(DotKernel.Ways[way], new PackedQuery(Looks.Noise(random, c.size)), bytes, slots);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void The_largest_values_do_not_overflow(int way)
    {
        float[] vector = new float[IndexWriter.MostValues];
        Array.Fill(vector, 1);
        byte[] bytes = new byte[vector.Length];
        Array.Fill(bytes, byte.MaxValue);

        Check(DotKernel.Ways[way], new PackedQuery(vector), bytes, [0]);
    }

    static unsafe void Check(DotKernel kernel, PackedQuery query, byte[] bytes, int[] slots)
    {
        int stride = query.Narrow.Length;
        int[] expected = [.. slots.Select(slot =>
            Enumerable.Range(0, stride).Sum(j => bytes[(slot * stride) + j] * query.Narrow[j]))];
        int[] dots = new int[slots.Length];

        fixed (byte* rows = bytes)
        {
            kernel.Dots(query, rows, slots, dots);
        }

        Assert.Equal(expected, dots);
    }
}
