using System.Numerics.Tensors;

namespace Drape.Similarity;

/// <summary>
/// Chooses results that differ from each other: maximal marginal relevance (Carbonell and Goldstein 1998). The next result is
/// the one with the best score, less its likeness to the result that it is most like.
/// </summary>
static class Diversity
{
    /// <summary>From this cosine on, two items look the same.</summary>
    public const float Same = 0.98f;

    /// <summary>Chooses from candidates.</summary>
    /// <param name="hits">The candidates, the best first.</param>
    /// <param name="vectors">Their vectors of unit length, one after the other.</param>
    /// <param name="size">Values of a vector.</param>
    /// <param name="limit">How many to choose at most.</param>
    /// <param name="diversity">How much difference counts against the score, above 0 and up to 1.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>What was chosen, in the order in which it was.</returns>
    public static List<IndexHit> Choose(ReadOnlySpan<IndexHit> hits, ReadOnlySpan<float> vectors, int size, int limit,
        float diversity, CancellationToken cancellation)
    {
        var chosen = new List<IndexHit>(limit);
        float[] nearest = new float[hits.Length]; // the likeness of each to the chosen one that it is most like
        Array.Fill(nearest, -1);
        for (int last = hits.IsEmpty ? -1 : 0; last >= 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            chosen.Add(hits[last]);
            nearest[last] = float.PositiveInfinity;
            if (chosen.Count == limit)
            {
                break;
            }

            var vector = vectors.Slice(last * size, size);
            (int best, float most) = (-1, float.NegativeInfinity);
            for (int i = 0; i < hits.Length; i++)
            {
                if (nearest[i] > Same)
                {
                    continue;
                }

                nearest[i] = Math.Max(nearest[i], TensorPrimitives.Dot(vector, vectors.Slice(i * size, size)));
                float worth = ((1 - diversity) * hits[i].Score) - (diversity * nearest[i]);
                if (nearest[i] <= Same && worth > most)
                {
                    (best, most) = (i, worth);
                }
            }

            last = best;
        }

        return chosen;
    }
}
