using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using Drape.Colours;
using Drape.Native;
using Drape.Similarity;

namespace Drape.Bench;

/// <summary>The catalog index: vectors of 256 values in 500 clusters, each search for another of them.</summary>
public unsafe class IndexBench
{
    const int Values = 256;
    const int Batch = 10_000;

    static readonly ItemFacets[] Facets = [.. Enumerable.Range(0, Batch).Select(i => new ItemFacets
    {
        Catalog = i % 3, Type = $"type {i % 20}", Colour = $"colour {i % 11}", Pattern = $"pattern {i % 5}",
        Gender = $"gender {i % 2}", Price = i % 200,
        Colours = [new(OkLab.FromSrgb((byte)i, (byte)(i >> 4), 90), 0.7f), new(OkLab.FromSrgb(255, 255, 255), 0.3f)],
    })];

    readonly Embedding[] _asked = new Embedding[64];
    Half[] _vectors = [];
    CatalogIndex _index = null!;
    AlignedMemory _memory = null!;
    int _next;

    [Params(100_000, 1_000_000)]
    public int Items { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        Draw();
        _index = Load_from_halves();
        _memory = new AlignedMemory((long)Items * Values);
        new Span<byte>(_memory.Start, Items * Values).Fill(1);
    }

    /// <summary>The bound: every byte that a search without a filter compares, read by one thread and added up.</summary>
    [Benchmark]
    public int Plain_sum_of_the_bytes() => Sum(_memory.Start, (long)Items * Values);

    /// <summary>The same by a thread for each processor.</summary>
    [Benchmark]
    public int Plain_sum_of_the_bytes_on_all_cores()
    {
        int sum = 0, parts = Environment.ProcessorCount;
        long part = (long)Items * Values / parts / 256 * 256;
        Parallel.For(0, parts, i => Interlocked.Add(ref sum, Sum(_memory.Start + (i * part), part)));
        return sum;
    }

    [Benchmark]
    public object Like() => _index.Search(new IndexQuery { Like = Next() });

    [Benchmark]
    public object Like_of_one_type_in_twenty() =>
        _index.Search(new IndexQuery { Like = Next(), Filter = new() { Types = ["type 3"] } });

    [Benchmark]
    public object Like_of_one_catalog_in_three_up_to_a_price() =>
        _index.Search(new IndexQuery { Like = Next(), Filter = new() { Catalogs = [1], PriceTo = 150 } });

    [Benchmark]
    public object Like_and_diverse() => _index.Search(new IndexQuery { Like = Next(), Diversity = 0.3f });

    [Benchmark]
    public object Like_and_colour() => _index.Search(new IndexQuery { Like = Next(), Colour = OkLab.FromSrgb(170, 30, 20) });

    [Benchmark]
    public object Colour() => _index.Search(new IndexQuery { Colour = OkLab.FromSrgb(170, 30, 20) });

    [Benchmark]
    public CatalogIndex Load_from_halves()
    {
        var index = new CatalogIndex(Values);
        long[] ids = new long[Batch];
        for (int start = 0; start < Items; start += Batch)
        {
            for (int i = 0; i < Batch; i++)
            {
                ids[i] = start + i;
            }

            index.Put(ids, _vectors.AsSpan(start * Values, Batch * Values), Facets);
        }

        return index;
    }

    void Draw()
    {
        var random = new Random(1);
        float[] noise = [.. Enumerable.Range(0, 1 << 20).Select(_ => (float)(random.NextDouble() + random.NextDouble() - 1))];
        _vectors = new Half[(long)Items * Values];
        float[] vector = new float[Values];
        for (int i = 0; i < Items; i++)
        {
            Member(vector);
            TensorPrimitives.ConvertToHalf(vector, _vectors.AsSpan(i * Values, Values));
        }

        for (int i = 0; i < _asked.Length; i++)
        {
            Member(vector);
            _asked[i] = Embedding.Of(vector);
        }

        // A cluster's centre is one stretch of the noise, what tells its members apart another, half as strong.
        void Member(float[] into)
        {
            int centre = random.Next(500) * Values;
            int own = random.Next(noise.Length - Values);
            TensorPrimitives.MultiplyAdd(noise.AsSpan(own, Values), 0.5f, noise.AsSpan(centre, Values), into);
        }
    }

    Embedding Next() => _asked[_next++ % _asked.Length];

    static int Sum(byte* bytes, long count)
    {
        var (a, b, c, d) = (Vector512<int>.Zero, Vector512<int>.Zero, Vector512<int>.Zero, Vector512<int>.Zero);
        for (long i = 0; i < count; i += 256)
        {
            a += Vector512.Load((int*)(bytes + i));
            b += Vector512.Load((int*)(bytes + i + 64));
            c += Vector512.Load((int*)(bytes + i + 128));
            d += Vector512.Load((int*)(bytes + i + 192));
        }

        return Vector512.Sum(a + b + c + d);
    }
}
