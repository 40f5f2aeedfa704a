using Drape.Imaging;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>What is where in a street photo.</summary>
/// <param name="Labels">What pixels may be.</param>
/// <param name="Width">Pixels a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Values">By pixel the place of its label.</param>
sealed record StreetMask(IReadOnlyList<string> Labels, int Width, int Height, byte[] Values)
{
    // Of a box. A thing that fills less of the box around it is seldom what was boxed: of bags even those behind an arm fill more.
    const double Least = 0.1;

    /// <summary>The labels that a box shows more of than an edge.</summary>
    /// <param name="box">The box, on the photo.</param>
    /// <param name="photo">The whole photo, which may be larger than the mask.</param>
    public string[] In(PixelBox box, PixelBox photo)
    {
        var own = box.Scale(photo.Width, photo.Height, Width, Height);
        int[] pixels = new int[Labels.Count];
        for (int y = own.Y; y < own.Y + own.Height; y++)
        {
            foreach (byte label in Values.AsSpan(y * Width + own.X, own.Width))
            {
                pixels[label]++;
            }
        }

        return [.. Labels.Where((_, label) => pixels[label] >= Least * own.Width * own.Height)];
    }
}
