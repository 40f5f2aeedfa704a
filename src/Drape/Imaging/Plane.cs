namespace Drape.Imaging;

/// <summary>The size of a picture of one value a pixel, row by row.</summary>
/// <param name="Width">Pixels a row, at least 1.</param>
/// <param name="Height">Rows, at least 1.</param>
readonly record struct Plane(int Width, int Height)
{
    /// <summary>Number of pixels.</summary>
    public int Count => Width * Height;

    /// <summary>One row of a picture's values.</summary>
    public Span<float> Row(Span<float> values, int y) => values.Slice(y * Width, Width);

    /// <summary>One row of a picture's values.</summary>
    public ReadOnlySpan<float> Row(ReadOnlySpan<float> values, int y) => values.Slice(y * Width, Width);
}
