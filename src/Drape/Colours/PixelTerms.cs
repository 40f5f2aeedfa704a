namespace Drape.Colours;

/// <summary>Values of each pixel that both sides, garment and floor, are described by.</summary>
sealed class PixelTerms
{
    static readonly float[] Logs =
        [.. Enumerable.Range(0, 256).Select(value => 0.5f * MathF.Log(SrgbLight.Of((byte)value) + 0.01f))];

    /// <summary>Computes the terms of a picture.</summary>
    public PixelTerms(ReducedPicture picture)
    {
        Chroma = new float[picture.Count];
        Contrast = BoxMean.Of(picture.L, picture.Width, picture.Height, 1);
        for (var i = 0; i < Chroma.Length; i++)
        {
            Chroma[i] = MathF.Sqrt((picture.A[i] * picture.A[i]) + (picture.B[i] * picture.B[i]));
            Contrast[i] = MathF.Abs(picture.L[i] - Contrast[i]);
        }
    }

    /// <summary>OKLab chroma of each pixel.</summary>
    public float[] Chroma { get; }

    /// <summary>
    /// How far each pixel's lightness is from its neighbours' mean: weave, knit and denim show in it.
    /// </summary>
    public float[] Contrast { get; }

    /// <summary>Half the logarithm of linear light, in which a change of light is a plain shift.</summary>
    public static float LogLight(byte value) => Logs[value];
}
