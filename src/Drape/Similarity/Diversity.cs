using System.Numerics.Tensors;

namespace Drape.Similarity;

/// <summary>
/// Chooses results that differ from each other: maximal marginal relevance (Carbonell and Goldstein 1998). The next result is
/// the one with the best score, less its likeness to the result that it is most like. What scores less than half of the best
/// comes only when nothing else is left: it is different, but no alternative.
/// </summary>
static class Diversity
{
    /// <summary>From this cosine on, two items look the same.</summary>
    public const float Same = 0.98f;

    // More than any score or likeness can make up for.
    const float Unfair = 10;

    /// <summary>Chooses from candidates.</summary>
    /// <param name="hits">The candidates.</param>
    /// <param name="vectors">Their vectors of unit length, one after the other.</param>
    /// <param name="size">Values of a vector.</param>
    /// <param name="limit">How many to choose at most.</param>
    /// <param name="diversity">How much difference counts against the score, above 0 and up to 1.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>What was chosen, in the order in which it was.</returns>
    public static List<IndexHit> Choose(ReadOnlySpan<IndexHit> hits, ReadOnlySpan<float> vectors, int size, int limit,
        float diversity, CancellationToken cancellation)
    {
        var chosen = new List<IndexHit>(Math.Min(limit, hits.Length));
        float fair = 0;
        foreach (ref readonly var hit in hits)
        {
            fair = Math.Max(fair, hit.Score / 2);
        }

        float[] nearest = new float[hits.Length]; // the likeness of each to the chosen one that it is most like
        Array.Fill(nearest, -1);
        for (int next = Next(hits, nearest, 0, fair); next >= 0; next = Next(hits, nearest, diversity, fair))
        {
            cancellation.ThrowIfCancellationRequested();
            chosen.Add(hits[next]);
            if (chosen.Count == limit)
            {
                break;
            }

            var vector = vectors.Slice(next * size, size);
            nearest[next] = float.PositiveInfinity;
            for (int i = 0; i < hits.Length; i++)
            {
                if (nearest[i] <= Same)
                {
                    nearest[i] = Math.Max(nearest[i], TensorPrimitives.Dot(vector, vectors.Slice(i * size, size)));
                }
            }
        }

        return chosen;
    }

    // The one with the best score less likeness, of equals the smaller id; -1 where none is left. To be the opposite of
    // what was chosen is no merit beyond having nothing to do with it.
    static int Next(ReadOnlySpan<IndexHit> hits, float[] nearest, float diversity, float fair)
    {
        int best = -1;
        float most = float.NegativeInfinity;
        for (int i = 0; i < hits.Length; i++)
        {
            float worth = ((1 - diversity) * hits[i].Score) - (diversity * Math.Max(nearest[i], 0))
                - (hits[i].Score < fair ? Unfair : 0);
            if (nearest[i] <= Same && (worth > most || (worth == most && hits[i].Id < hits[best].Id)))
            {
                (best, most) = (i, worth);
            }
        }

        return best;
    }
}
