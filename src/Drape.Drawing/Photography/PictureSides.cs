namespace Drape.Drawing.Photography;

/// <summary>How large a drawn picture may be.</summary>
internal static class PictureSides
{
    private const int Largest = 8192;

    /// <summary>Refuses sides that cannot be drawn.</summary>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="smallest">Pixels that a side has at least for its scene to be told.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is below that, or above 8192.</exception>
    public static void Require(int width, int height, int smallest)
    {
        foreach (var side in (int[])[width, height])
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(side, smallest);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(side, Largest);
        }
    }
}
