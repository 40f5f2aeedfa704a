using System.Numerics;

namespace Drape.Colours;

/// <summary>Turns measured statistics into probabilities of the names, with the numbers of the fitted table.</summary>
static class NameModel
{
    /// <summary>Probabilities of the names of <see cref="ColourNames.All"/> for a whole garment.</summary>
    /// <param name="statistics">What <see cref="ColourStatistics"/> computed.</param>
    public static float[] OfGarment(float[] statistics)
    {
        var inputs = new float[NameTable.Inputs];
        for (var i = 0; i < inputs.Length; i++)
        {
            // Pictures unlike any in the fit must not push the answer beyond what the fit knew.
            inputs[i] = Math.Clamp((statistics[i] - NameTable.Mean[i]) * NameTable.Scale[i], -4, 4);
        }

        var hidden = Layer(inputs, NameTable.Hide, NameTable.HideShift);
        for (var i = 0; i < hidden.Length; i++)
        {
            hidden[i] = MathF.Tanh(hidden[i]);
        }

        return Softmax(Layer(hidden, NameTable.Name, NameTable.NameShift));
    }

    /// <summary>Probabilities of the names for one colour alone.</summary>
    public static float[] OfColour(OkLab colour)
    {
        var (l, a, b) = (colour.L, 5 * colour.A, 5 * colour.B);
        var c = MathF.Sqrt((a * a) + (b * b) + 1e-6f);
        var (u, v) = (a / (c + 0.05f), b / (c + 0.05f));
        float[] terms =
            [l, a, b, c, u, v, l * l, l * c, l * a, l * b, a * a, a * b, b * b, u * v, u * u, l * u, l * v];
        return Softmax(Layer(terms, NameTable.Single, NameTable.SingleShift));
    }

    /// <summary>Index of the largest value.</summary>
    public static int Best(ReadOnlySpan<float> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }

    static float[] Layer(float[] inputs, float[] weights, float[] shifts)
    {
        var outputs = new float[shifts.Length];
        for (var row = 0; row < outputs.Length; row++)
        {
            outputs[row] = shifts[row] + Dot(inputs, weights.AsSpan(row * inputs.Length, inputs.Length));
        }

        return outputs;
    }

    static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sums = Vector<float>.Zero;
        var i = 0;
        for (; i + Vector<float>.Count <= left.Length; i += Vector<float>.Count)
        {
            sums += new Vector<float>(left[i..]) * new Vector<float>(right[i..]);
        }

        var sum = Vector.Sum(sums);
        for (; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    static float[] Softmax(float[] scores)
    {
        var top = scores.Max();
        var sum = 0f;
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = MathF.Exp(scores[i] - top);
            sum += scores[i];
        }

        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] /= sum;
        }

        return scores;
    }
}
