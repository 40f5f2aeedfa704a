namespace Drape.Similarity;

/// <summary>A kind's number and its probability as one number.</summary>
static class PackedKind
{
    /// <summary>No kind.</summary>
    public const int None = 0;

    const int ShareBits = 8;

    public static int Of(int code, float share) => (code << ShareBits) | (int)MathF.Round(share * Kinds.Steps);

    /// <summary>The number of the kind's word.</summary>
    public static int Code(int packed) => packed >> ShareBits;

    /// <summary>How probable it is, 0 to 1.</summary>
    public static float Share(int packed) => (packed & Kinds.Steps) / (float)Kinds.Steps;
}
