using System.Numerics.Tensors;

namespace Drape.Similarity;

/// <summary>
/// Finds the nearest embeddings by comparing with every one: exact, and quick up to some hundred thousand. Immutable,
/// so any number of threads may ask at once.
/// </summary>
public sealed class ExactIndex
{
    const int Stretch = 64;

    readonly int _size;
    readonly float[] _values; // one after the other: the comparison walks straight through memory

    /// <summary>An index of embeddings of one network.</summary>
    /// <exception cref="ArgumentException">They do not all have the same number of values.</exception>
    public ExactIndex(IReadOnlyList<Embedding> embeddings)
    {
        ArgumentNullException.ThrowIfNull(embeddings);
        Count = embeddings.Count;
        _size = Count == 0 ? 0 : embeddings[0].Values.Length;
        _values = new float[(long)Count * _size];
        for (int i = 0; i < Count; i++)
        {
            if (embeddings[i].Values.Length != _size)
            {
                throw new ArgumentException($"Embedding {i} has {embeddings[i].Values.Length} values, the first {_size}.",
                    nameof(embeddings));
            }

            embeddings[i].Values.CopyTo(_values.AsSpan(i * _size));
        }
    }

    /// <summary>Embeddings in it.</summary>
    public int Count { get; }

    /// <summary>The nearest to an embedding, the nearest first; of equally near ones the first.</summary>
    /// <param name="query">An embedding of the same network.</param>
    /// <param name="count">How many, at most; at least 1.</param>
    public IReadOnlyList<Neighbour> Nearest(Embedding query, int count)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Nearest([query], count)[0];
    }

    /// <summary>The same for many at once, which is far quicker than one after the other.</summary>
    /// <param name="queries">Embeddings of the same network.</param>
    /// <param name="count">How many for each, at most; at least 1.</param>
    /// <returns>What was found, in the order of the queries.</returns>
    public IReadOnlyList<IReadOnlyList<Neighbour>> Nearest(IReadOnlyList<Embedding> queries, int count)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        NearestFew[] nearest = [.. queries.Select(_ => new NearestFew(count))];
        // A stretch of the index stays in the processor's cache while every query is compared with it.
        for (int start = 0; start < Count; start += Stretch)
        {
            int end = Math.Min(start + Stretch, Count);
            for (int q = 0; q < queries.Count; q++)
            {
                for (int i = start; i < end; i++)
                {
                    nearest[q].Offer(i, TensorPrimitives.Dot(queries[q].Values, _values.AsSpan(i * _size, _size)));
                }
            }
        }

        return [.. nearest.Select(n => n.Found())];
    }
}
