using System.Numerics.Tensors;

namespace Drape.Similarity;

/// <summary>One that was found.</summary>
/// <param name="Position">Where it stands in the index, 0 the first.</param>
/// <param name="Similarity">The cosine to what was asked for, -1 to 1.</param>
public readonly record struct Neighbour(int Position, float Similarity);

/// <summary>
/// Finds the nearest embeddings by comparing with every one: exact, and quick up to some hundred thousand. Immutable,
/// so any number of threads may ask at once.
/// </summary>
public sealed class ExactIndex
{
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
    /// <param name="except">A position that does not count, such as the query's own.</param>
    public IReadOnlyList<Neighbour> Nearest(Embedding query, int count, int? except = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        // Ordered by similarity, the least at the head; of equals the last one goes first.
        var best = new PriorityQueue<int, (float Similarity, int Earliness)>(count + 1);
        float least = float.NegativeInfinity;
        for (int i = 0; i < Count; i++)
        {
            float similarity = TensorPrimitives.Dot(query.Values, _values.AsSpan(i * _size, _size));
            if (i == except || (similarity <= least && best.Count == count))
            {
                continue;
            }

            best.Enqueue(i, (similarity, -i));
            if (best.Count > count)
            {
                best.Dequeue();
            }

            if (best.Count == count)
            {
                best.TryPeek(out _, out var last);
                least = last.Similarity;
            }
        }

        var found = new Neighbour[best.Count];
        for (int i = found.Length - 1; i >= 0; i--)
        {
            best.TryDequeue(out int position, out var place);
            found[i] = new Neighbour(position, place.Similarity);
        }

        return found;
    }
}
