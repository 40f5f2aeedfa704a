namespace Drape.Similarity;

/// <summary>What one thread needs to scan stretches, one after the other.</summary>
sealed class ScanRoom
{
    /// <summary>The slots that pass.</summary>
    public int[] Slots { get; } = new int[Stretch.Most];

    /// <summary>Their dot products.</summary>
    public int[] Dots { get; } = new int[Stretch.Most];

    /// <summary>The scales of their vectors.</summary>
    public float[] Scales { get; } = new float[Stretch.Most];

    /// <summary>Their likenesses, before their kinds are weighed.</summary>
    public float[] Likes { get; } = new float[Stretch.Most];

    /// <summary>Their scores.</summary>
    public float[] Scores { get; } = new float[Stretch.Most];
}
