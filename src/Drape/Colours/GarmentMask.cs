using System.Numerics;

namespace Drape.Colours;

/// <summary>
/// Finds the garment without a network. A pixel belongs to it by Bayes: how frequent its colour is inside against
/// outside (two colour histograms, so any number of floor colours is fine), times a prior for its place; repeated,
/// the neighbours' answer joining the prior. A garment that touches the border is kept, as its colour is still more
/// frequent inside than outside.
/// </summary>
static class GarmentMask
{
    const int Rounds = 5;

    // A colour never seen on one side is no proof, only evidence: the odds stay within about 1 : 100.
    const float Unseen = 2e-4f;
    const float Trust = 0.8f;
    const float Edge = 0.05f;

    // How far another's guess replaces the prior for the middle: colours may overrule it where that speaks against it.
    const float Guess = 0.5f;

    /// <summary>How probably each pixel is garment, 0 to 1.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="guess">How probable somebody else holds it, by pixel, or null.</param>
    public static float[] Find(ReducedPicture picture, float[]? guess = null)
    {
        var place = Place(picture.Width, picture.Height);
        for (var i = 0; i < place.Length && guess is not null; i++)
        {
            place[i] = ((1 - Guess) * place[i]) + (Guess * guess[i]);
        }

        var edge = Border(picture.Width, picture.Height);
        var inside = (float[])place.Clone();
        var outside = new float[picture.Count];
        var placeOdds = new float[picture.Count];
        for (var i = 0; i < inside.Length; i++)
        {
            outside[i] = 1 - place[i] + (2 * edge[i]);
            placeOdds[i] = LogOdds(place[i]);
        }

        var (evidence, rows, near) = (new float[picture.Count], new float[picture.Count], new float[picture.Count]);
        var (garment, floor, spare) =
            (new float[ColourGrid.Count], new float[ColourGrid.Count], new float[ColourGrid.Count]);
        for (var round = 0; round < Rounds; round++)
        {
            Frequencies(picture.Cells, inside, garment, spare);
            Frequencies(picture.Cells, outside, floor, spare);
            LogRatio(garment, floor);
            for (var i = 0; i < evidence.Length; i++)
            {
                evidence[i] = garment[picture.Cells[i]];
            }

            if (round > 0)
            {
                BoxMean.Write(inside, (picture.Width, picture.Height), 2, rows, near);
            }

            Decide(evidence, placeOdds, round == 0 ? null : near, inside);
            for (var i = 0; i < inside.Length; i++)
            {
                outside[i] = (1 - inside[i]) * (1 + edge[i]);
            }
        }

        return inside;
    }

    static void LogRatio(float[] garment, float[] floor)
    {
        var i = 0;
        for (; i + Vector<float>.Count <= garment.Length; i += Vector<float>.Count)
        {
            var ratio = new Vector<float>(garment, i) / new Vector<float>(floor, i);
            (Trust * Vector.Log(ratio)).CopyTo(garment, i);
        }

        for (; i < garment.Length; i++)
        {
            garment[i] = Trust * MathF.Log(garment[i] / floor[i]);
        }
    }

    /// <summary>Evidence of colour, place and (from the second round) neighbours, taken together.</summary>
    static void Decide(float[] evidence, float[] place, float[]? near, float[] inside)
    {
        var i = 0;
        var (low, high) = (new Vector<float>(0.02f), new Vector<float>(0.98f));
        for (; i + Vector<float>.Count <= inside.Length; i += Vector<float>.Count)
        {
            var odds = new Vector<float>(place, i);
            if (near is not null)
            {
                var seen = Vector.Min(Vector.Max(new Vector<float>(near, i), low), high);
                odds = (0.5f * odds) + Vector.Log(seen / (Vector<float>.One - seen));
            }

            var all = new Vector<float>(evidence, i) + odds;
            (Vector<float>.One / (Vector<float>.One + Vector.Exp(-all))).CopyTo(inside, i);
        }

        for (; i < inside.Length; i++)
        {
            var odds = near is null ? place[i] : (0.5f * place[i]) + LogOdds(Math.Clamp(near[i], 0.02f, 0.98f));
            inside[i] = 1 / (1 + MathF.Exp(-(evidence[i] + odds)));
        }
    }

    static float LogOdds(float probability) => MathF.Log(probability / (1 - probability));

    /// <summary>Before any colour is looked at: the middle, softly.</summary>
    static float[] Place(int width, int height)
    {
        var place = new float[width * height];
        var (across, down) = (Fall(width, 0.40f), Fall(height, 0.44f));
        for (var i = 0; i < place.Length; i++)
        {
            place[i] = 0.02f + (0.90f * across[i % width] * down[i / width]);
        }

        return place;
    }

    /// <summary>How the prior falls from the middle (1) to both ends of an axis.</summary>
    static float[] Fall(int length, float reach) =>
    [
        .. Enumerable.Range(0, length).Select(
            i => MathF.Exp(-MathF.Pow(MathF.Abs(((i + 0.5f) / length) - 0.5f) / reach, 3))),
    ];

    static float[] Border(int width, int height)
    {
        var edge = new float[width * height];
        for (var y = 0; y < height; y++)
        {
            var down = (Math.Min(y, height - 1 - y) + 0.5f) / height;
            for (var x = 0; x < width; x++)
            {
                var across = (Math.Min(x, width - 1 - x) + 0.5f) / width;
                edge[(y * width) + x] = Math.Min(down, across) < Edge ? 1 : 0;
            }
        }

        return edge;
    }

    static void Frequencies(int[] cells, float[] weights, float[] histogram, float[] spare)
    {
        Array.Clear(histogram);
        for (var i = 0; i < cells.Length; i++)
        {
            histogram[cells[i]] += weights[i];
        }

        ColourGrid.Smooth(histogram, spare);
        var sum = 1e-9f;
        foreach (var value in histogram)
        {
            sum += value;
        }

        for (var i = 0; i < histogram.Length; i++)
        {
            histogram[i] = (histogram[i] / sum) + Unseen;
        }
    }
}
