using Drape.Similarity;

namespace Drape.Tests.Similarity;

/// <summary>Embeddings to search among.</summary>
static class Looks
{
    /// <summary>A direction in the plane.</summary>
    public static Embedding At(double degrees)
    {
        var (sine, cosine) = Math.SinCos(degrees * Math.PI / 180);
        return Embedding.Of([(float)cosine, (float)sine]);
    }

    /// <summary>Items at directions in the plane, numbered from 1, of catalog 1.</summary>
    public static IndexItem[] Items(params double[] degrees) =>
        [.. degrees.Select((d, i) => new IndexItem(i + 1, At(d), new ItemFacets { Catalog = 1 }))];

    /// <summary>Embeddings without any order.</summary>
    public static Embedding[] Scattered(int count, int values, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Embedding.Of(Noise(random, values)))];
    }

    /// <summary>Embeddings in clusters, as those of clothes are: a cluster's members have a cosine of about 0.8.</summary>
    public static Embedding[] Clustered(int count, int values, int clusters, int seed)
    {
        var random = new Random(seed);
        float[][] centres = [.. Enumerable.Range(0, clusters).Select(_ => Noise(random, values))];
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            float[] vector = Noise(random, values);
            float[] centre = centres[random.Next(clusters)];
            for (int i = 0; i < values; i++)
            {
                vector[i] = centre[i] + (0.5f * vector[i]);
            }

            return Embedding.Of(vector);
        })];
    }

    /// <summary>The positions of the nearest, by comparing with each in float.</summary>
    public static IEnumerable<int> Nearest(IReadOnlyList<Embedding> all, Embedding query, int count) =>
        Enumerable.Range(0, all.Count).OrderByDescending(i => query.Cosine(all[i])).Take(count);

    /// <summary>Values about as a normal distribution has them.</summary>
    public static float[] Noise(Random random, int values) =>
        [.. Enumerable.Range(0, values).Select(_ => (float)(random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5))];
}
