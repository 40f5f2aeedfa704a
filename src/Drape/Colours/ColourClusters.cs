using System.Numerics;

namespace Drape.Colours;

/// <summary>
/// The few colours of a garment: k-means over the cells of the histogram, then the nearest clusters merge. Folds make
/// one colour many lightnesses, so lightness counts less than hue. The seeds are the heaviest cell and then whatever
/// is heavy and far from the seeds so far: equal pictures give equal clusters.
/// </summary>
static class ColourClusters
{
    const int Most = 8;
    const int Rounds = 6;
    const float Lightness = 0.6f;
    const float Merge = 0.085f;
    const float Near = 0.03f;

    /// <summary>The clusters, the largest share first; at least one.</summary>
    public static List<ColourCluster> Of(Palette palette)
    {
        var least = 1e-4f * palette.Garment.Sum();
        var points = new List<(Vector3 Place, float Mass)>();
        for (var i = 0; i < palette.Colours.Length; i++)
        {
            if (palette.Garment[i] > least)
            {
                var colour = palette.Colours[i];
                points.Add((new Vector3(colour.L * Lightness, colour.A, colour.B), palette.Garment[i]));
            }
        }

        var clusters = MergeNear(Settle(points, Seeds(points)));
        var sum = clusters.Sum(cluster => cluster.Mass);
        return
        [
            .. clusters.OrderByDescending(cluster => cluster.Mass).Select(cluster => new ColourCluster(
                new OkLab(cluster.Place.X / Lightness, cluster.Place.Y, cluster.Place.Z), cluster.Mass / sum)),
        ];
    }

    static List<(Vector3 Place, float Mass)> Seeds(List<(Vector3 Place, float Mass)> points)
    {
        var seeds = new List<(Vector3 Place, float Mass)> { points.MaxBy(point => point.Mass) };
        var distances = new float[points.Count];
        Array.Fill(distances, float.MaxValue);
        while (seeds.Count < Most)
        {
            var farthest = 0;
            for (var i = 0; i < distances.Length; i++)
            {
                distances[i] = Math.Min(distances[i], Vector3.DistanceSquared(points[i].Place, seeds[^1].Place));
                if (distances[i] * points[i].Mass > distances[farthest] * points[farthest].Mass)
                {
                    farthest = i;
                }
            }

            if (distances[farthest] < Near * Near)
            {
                break;
            }

            seeds.Add(points[farthest]);
        }

        return seeds;
    }

    static List<(Vector3 Place, float Mass)> Settle(
        List<(Vector3 Place, float Mass)> points, List<(Vector3 Place, float Mass)> clusters)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var sums = new (Vector3 Place, float Mass)[clusters.Count];
            foreach (var (place, mass) in points)
            {
                var nearest = 0;
                for (var k = 1; k < clusters.Count; k++)
                {
                    if (Vector3.DistanceSquared(place, clusters[k].Place)
                        < Vector3.DistanceSquared(place, clusters[nearest].Place))
                    {
                        nearest = k;
                    }
                }

                sums[nearest] = (sums[nearest].Place + (mass * place), sums[nearest].Mass + mass);
            }

            clusters = [.. sums.Where(sum => sum.Mass > 0).Select(sum => (sum.Place / sum.Mass, sum.Mass))];
        }

        return clusters;
    }

    static List<(Vector3 Place, float Mass)> MergeNear(List<(Vector3 Place, float Mass)> clusters)
    {
        while (true)
        {
            var (first, second, nearest) = (0, 0, Merge * Merge);
            for (var i = 0; i < clusters.Count; i++)
            {
                for (var j = i + 1; j < clusters.Count; j++)
                {
                    var distance = Vector3.DistanceSquared(clusters[i].Place, clusters[j].Place);
                    if (distance <= nearest)
                    {
                        (first, second, nearest) = (i, j, distance);
                    }
                }
            }

            if (first == second)
            {
                return clusters;
            }

            var (a, b) = (clusters[first], clusters[second]);
            var mass = a.Mass + b.Mass;
            clusters[first] = (((a.Place * a.Mass) + (b.Place * b.Mass)) / mass, mass);
            clusters.RemoveAt(second);
        }
    }
}
