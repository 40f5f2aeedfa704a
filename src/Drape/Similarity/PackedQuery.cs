using System.Numerics.Tensors;

namespace Drape.Similarity;

/// <summary>A vector to compare packed vectors with, in the forms that the comparison needs.</summary>
sealed class PackedQuery
{
    /// <summary>Prepares a vector of unit length.</summary>
    public PackedQuery(ReadOnlySpan<float> vector)
    {
        int stride = PackedVectors.StrideOf(vector.Length);
        Exact = new float[stride];
        vector.CopyTo(Exact);
        float step = MathF.Abs(TensorPrimitives.MaxMagnitude(vector)) / sbyte.MaxValue;
        Narrow = new sbyte[stride];
        Wide = new short[stride];
        for (int i = 0; i < vector.Length; i++)
        {
            Narrow[i] = (sbyte)MathF.Round(vector[i] / step);
            Wide[i] = Narrow[i];
            Correction += PackedVectors.HighShift * Narrow[i];
        }

        Scale = step * PackedVectors.HighStep;
    }

    /// <summary>The vector, zeros up to the stride of packed vectors.</summary>
    public float[] Exact { get; }

    /// <summary>Its values from -127 to 127, likewise padded.</summary>
    public sbyte[] Narrow { get; }

    /// <summary>The same with 16 bits each.</summary>
    public short[] Wide { get; }

    /// <summary>What to take from a dot product with high bytes, because these are stored as more than they stand for.</summary>
    public int Correction { get; }

    /// <summary>What a corrected dot product of 1 stands for, but for the scale of the packed vector.</summary>
    public float Scale { get; }
}
