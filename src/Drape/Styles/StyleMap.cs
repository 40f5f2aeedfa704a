using System.Numerics.Tensors;
using Drape.Imaging;

namespace Drape.Styles;

/// <summary>
/// The class activation maps of a photo (Zhou et al. 2016): how much each place speaks for each style. A style's
/// evidence is the mean of its map, so the map is what the answer is made of.
/// </summary>
public sealed class StyleMap
{
    readonly string[] _styles;
    readonly float[] _values;

    /// <summary>Wraps a network's output.</summary>
    /// <param name="styles">The styles, in the order of their maps.</param>
    /// <param name="width">Places a row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="values">styles * height * width values; kept, not copied.</param>
    public StyleMap(IReadOnlyList<string> styles, int width, int height, float[] values)
    {
        ArgumentNullException.ThrowIfNull(styles);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, styles.Count * width * height, nameof(values));
        (_styles, Width, Height, _values) = ([.. styles], width, height, values);
    }

    /// <summary>Places a row: each covers the same share of the photo's width.</summary>
    public int Width { get; }

    /// <summary>Rows, likewise.</summary>
    public int Height { get; }

    /// <summary>The map of one style, row by row: logits, below zero where a place speaks against it.</summary>
    /// <exception cref="ArgumentException">There is no such style.</exception>
    public ReadOnlySpan<float> Of(string style)
    {
        int index = Array.IndexOf(_styles, style);
        return index >= 0 ? _values.AsSpan(index * Width * Height, Width * Height)
            : throw new ArgumentException($"The styles are {string.Join(", ", _styles)}, not {style}.", nameof(style));
    }

    /// <summary>
    /// A style's map at the size of a picture: 0 where nothing speaks for it, 255 where as much does as anywhere for it or for the
    /// style that most speaks for. One for which no place speaks much glows faintly instead of like that; one that is not probable may glow in a place.
    /// </summary>
    /// <param name="style">One of the styles.</param>
    /// <param name="width">Width of the result in pixels.</param>
    /// <param name="height">Height of the result in pixels.</param>
    /// <exception cref="ArgumentException">There is no such style.</exception>
    public Mask Heat(string style, int width, int height)
    {
        var map = Of(style);
        return Heat(map, Math.Max(TensorPrimitives.Max(map), TensorPrimitives.Max(Of(Strongest))), width, height);
    }

    /// <summary>The style that most speaks for: a style's evidence is the mean of its map.</summary>
    string Strongest => _styles.MaxBy(style => TensorPrimitives.Sum(Of(style)))!;

    Mask Heat(ReadOnlySpan<float> map, float most, int width, int height)
    {
        byte[] heat = new byte[width * height];
        if (most <= 0)
        {
            return new Mask(width, height, heat);
        }

        for (int y = 0; y < height; y++)
        {
            var (above, below, down) = Between(y, height, Height);
            for (int x = 0; x < width; x++)
            {
                var (left, right, across) = Between(x, width, Width);
                float upper = float.Lerp(Positive(map[above * Width + left]), Positive(map[above * Width + right]), across);
                float lower = float.Lerp(Positive(map[below * Width + left]), Positive(map[below * Width + right]), across);
                heat[y * width + x] = (byte)Math.Round(255 * float.Lerp(upper, lower, down) / most);
            }
        }

        return new Mask(width, height, heat);
    }

    /// <summary>The same map over a whole photo of which the network saw a part: nothing speaks for a style in the rest.</summary>
    /// <param name="part">What the network saw.</param>
    /// <param name="width">Width of the whole photo, in the part's pixels.</param>
    /// <param name="height">Its height.</param>
    public StyleMap Within(PixelBox part, int width, int height)
    {
        int columns = Math.Max(1, (int)Math.Round((double)Width * width / part.Width));
        int rows = Math.Max(1, (int)Math.Round((double)Height * height / part.Height));
        float[] values = new float[_styles.Length * rows * columns];
        for (int y = 0; y < rows; y++)
        {
            double down = (((y + 0.5) * height / rows) - part.Y) / part.Height;
            for (int x = 0; x < columns; x++)
            {
                double across = (((x + 0.5) * width / columns) - part.X) / part.Width;
                if (across is < 0 or >= 1 || down is < 0 or >= 1)
                {
                    continue;
                }

                int place = ((int)(down * Height) * Width) + (int)(across * Width);
                for (int style = 0; style < _styles.Length; style++)
                {
                    values[(((style * rows) + y) * columns) + x] = _values[(style * Width * Height) + place];
                }
            }
        }

        return new StyleMap(_styles, columns, rows, values);
    }

    /// <summary>The maps of the photo turned by so many quarters, clockwise.</summary>
    internal StyleMap Turned(int quarters)
    {
        var (width, height) = QuarterTurns.Size(Width, Height, quarters);
        return new StyleMap(_styles, width, height,
            [.. _styles.SelectMany(style => QuarterTurns.Turn(Of(style), Width, 1, quarters))]);
    }

    /// <summary>How much of what speaks for a style lies on a part of the photo.</summary>
    /// <param name="style">One of the styles.</param>
    /// <param name="part">The part, over the whole photo, at any size.</param>
    /// <returns>0 nothing to 1 all of it; 0 where nothing speaks for the style.</returns>
    /// <exception cref="ArgumentException">There is no such style.</exception>
    public double ShareIn(string style, Mask part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var map = Of(style);
        var heat = Heat(map, TensorPrimitives.Max(map), part.Width, part.Height);
        double inside = 0, all = 0;
        for (int i = 0; i < heat.Values.Length; i++)
        {
            all += heat.Values[i];
            inside += heat.Values[i] * (part.Values[i] / 255.0);
        }

        return all > 0 ? inside / all : 0;
    }

    static float Positive(float value) => Math.Max(value, 0);

    /// <summary>The two places around a pixel, and how far it lies from the first to the second.</summary>
    static (int First, int Second, float Share) Between(int pixel, int pixels, int places)
    {
        float at = Math.Clamp((pixel + 0.5f) * places / pixels - 0.5f, 0, places - 1);
        int first = (int)at;
        return (first, Math.Min(first + 1, places - 1), at - first);
    }
}
