using Drape.Imaging;

namespace Drape.Garments;

/// <summary>
/// Windows of a wide photo, each as high as the photo and two thirds as wide, and how their answers become one: where two
/// overlap, each counts the more the nearer a place is to its middle.
/// </summary>
sealed class ParserWindows
{
    /// <summary>Photos that are narrower for their height show a person as large as the parser's input allows.</summary>
    const double WideEnough = 0.85;

    /// <summary>Width of a window by its height: a person who stands.</summary>
    const double Shape = 2 / 3.0;

    /// <summary>From one window to the next, by a window's width, where there are few enough: a person at one's edge is inside another.</summary>
    const double Step = 0.55;

    /// <summary>So many are taken at most, farther apart if need be. A panorama of more would take longer than its people are worth.</summary>
    const int Most = 12;

    readonly int[] _firstColumns;
    readonly int _stride;

    ParserWindows(IReadOnlyList<PixelBox> boxes, (int Width, int Height) size, int width, int[] firstColumns, int stride) =>
        (Boxes, Size, Width, _firstColumns, _stride) = (boxes, size, width, firstColumns, stride);

    /// <summary>The windows, from left to right, in pixels of the photo.</summary>
    public IReadOnlyList<PixelBox> Boxes { get; }

    /// <summary>The network's input for each of them.</summary>
    public (int Width, int Height) Size { get; }

    /// <summary>Pixels a row of the whole photo at the scale of the windows' inputs.</summary>
    public int Width { get; }

    /// <summary>The windows of a photo; null where it is too narrow or far too wide for any.</summary>
    /// <param name="image">The photo.</param>
    /// <param name="sizeFor">The network's input for a picture of such a size.</param>
    /// <param name="stride">Pixels of an input a place of the answer.</param>
    public static ParserWindows? Of(PixelImage image, Func<PixelBox, (int Width, int Height)> sizeFor, int stride)
    {
        if (image.Width < WideEnough * image.Height)
        {
            return null;
        }

        var size = sizeFor(new PixelBox(0, 0, Math.Max(1, (int)(Shape * image.Height)), image.Height));
        double scale = (double)size.Height / image.Height;
        int columns = Math.Max((int)Math.Round(image.Width * scale / stride), size.Width / stride);
        int own = size.Width / stride;
        int count = Math.Min(1 + (int)Math.Ceiling((columns - own) / (Step * own)), Most);
        if (count < 2 || columns > Most * own)
        {
            return null;
        }

        int[] first = [.. Enumerable.Range(0, count).Select(i => i * (columns - own) / (count - 1))];
        double pixels = (double)image.Width / columns;
        PixelBox[] boxes = [.. first.Select(f =>
        {
            int left = (int)Math.Round(f * pixels);
            return new PixelBox(left, 0, Math.Min((int)Math.Round(own * pixels), image.Width - left), image.Height);
        })];
        return new ParserWindows(boxes, size, columns * stride, first, stride);
    }

    /// <summary>The windows' logits as those of the whole photo.</summary>
    /// <param name="seen">Logits (windows, groups, rows, columns of a window).</param>
    /// <param name="groups">Number of groups.</param>
    /// <returns>Logits (groups, rows, columns of the photo); the caller disposes them.</returns>
    public Rented<float> Join(ReadOnlySpan<float> seen, int groups)
    {
        int rows = Size.Height / _stride, own = Size.Width / _stride, columns = Width / _stride;
        var joined = new Rented<float>(groups * rows * columns);
        var whole = joined.Span;
        whole.Clear();
        float[] shares = Shares(own, columns);
        for (int window = 0; window < _firstColumns.Length; window++)
        {
            int first = _firstColumns[window];
            for (int row = 0; row < groups * rows; row++)
            {
                var from = seen.Slice((window * groups * rows + row) * own, own);
                var to = whole.Slice(row * columns + first, own);
                for (int column = 0; column < own; column++)
                {
                    to[column] += from[column] * shares[window * own + column];
                }
            }
        }

        return joined;
    }

    /// <summary>What each window's column counts (windows, columns): over each column of the photo they sum to one.</summary>
    float[] Shares(int own, int columns)
    {
        float[] shares = new float[_firstColumns.Length * own], sums = new float[columns];
        for (int i = 0; i < shares.Length; i++)
        {
            int column = i % own;
            shares[i] = Math.Min(column + 1, own - column);
            sums[_firstColumns[i / own] + column] += shares[i];
        }

        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] /= sums[_firstColumns[i / own] + i % own];
        }

        return shares;
    }
}
