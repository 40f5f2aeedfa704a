using System.Numerics.Tensors;

namespace Drape.Similarity;

/// <summary>A vector of unit length that says what a picture looks like: look-alikes lie near each other.</summary>
public sealed class Embedding
{
    readonly float[] _values;

    Embedding(float[] values) => _values = values;

    /// <summary>Its values; their squares add up to 1.</summary>
    public ReadOnlySpan<float> Values => _values;

    /// <summary>Scales a vector to unit length.</summary>
    /// <exception cref="ArgumentException">It has no length, or a value that is no number.</exception>
    public static Embedding Of(ReadOnlySpan<float> vector)
    {
        float length = TensorPrimitives.Norm(vector);
        if (!float.IsFinite(length) || length == 0)
        {
            throw new ArgumentException($"A vector of length {length} points nowhere.", nameof(vector));
        }

        float[] values = new float[vector.Length];
        TensorPrimitives.Divide(vector, length, values);
        return new Embedding(values);
    }

    /// <summary>The look half-way between two: of all directions the one nearest to both.</summary>
    /// <param name="one">The first.</param>
    /// <param name="other">The second; where it points the opposite way nothing lies between, and the first is given.</param>
    /// <exception cref="ArgumentException">They do not have the same number of values.</exception>
    public static Embedding Between(Embedding one, Embedding other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        float[] sum = new float[one._values.Length];
        TensorPrimitives.Add(one._values, other._values, sum);
        return TensorPrimitives.Norm<float>(sum) > 0 ? Of(sum) : one;
    }

    /// <summary>The cosine of the angle between two, -1 to 1; 1 for the same direction.</summary>
    /// <exception cref="ArgumentException">They do not have the same number of values.</exception>
    public float Cosine(Embedding other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return TensorPrimitives.Dot<float>(_values, other._values);
    }
}
