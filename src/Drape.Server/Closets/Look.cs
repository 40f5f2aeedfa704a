using System.Numerics.Tensors;
using Drape.Store.Closets;

namespace Drape.Server.Closets;

/// <summary>Which pieces look like another.</summary>
static class Look
{
    /// <summary>
    /// From this cosine on two pictures are taken for the same piece. Measured: see docs/decisions.md, "When two pictures are
    /// of one piece".
    /// </summary>
    public const float Same = 0.90f;

    /// <summary>Below this cosine nothing is called a look-alike.</summary>
    public const float Alike = 0.60f;

    /// <summary>The nearest pieces, the best first.</summary>
    public static IEnumerable<(long Id, float Cosine)> Nearest(
        Half[] embedding, IReadOnlyList<ClosetLook> looks, float least)
    {
        float[] wanted = new float[embedding.Length], other = new float[embedding.Length];
        TensorPrimitives.ConvertToSingle(embedding, wanted);
        var found = new List<(long Id, float Cosine)>();
        foreach (var look in looks.Where(look => look.Embedding.Length == embedding.Length))
        {
            TensorPrimitives.ConvertToSingle(look.Embedding, other);
            float cosine = TensorPrimitives.CosineSimilarity<float>(wanted, other);
            if (cosine >= least)
            {
                found.Add((look.Id, cosine));
            }
        }

        return found.OrderByDescending(near => near.Cosine);
    }
}
