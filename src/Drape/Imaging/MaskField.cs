namespace Drape.Imaging;

/// <summary>What a mask covers of a picture, pixel by pixel, around where it is.</summary>
sealed class MaskField
{
    readonly float[] _values;

    MaskField(PixelBox near, float[] values) => (Near, _values) = (near, values);

    /// <summary>The part of the picture that is looked at; outside of it the mask covers nothing.</summary>
    public PixelBox Near { get; }

    /// <summary>Stretches a mask over a picture.</summary>
    /// <param name="mask">Over the whole picture, at any size.</param>
    /// <param name="box">Where it is, in pixels of the picture.</param>
    /// <param name="image">The picture.</param>
    public static MaskField Of(Mask mask, PixelBox box, PixelImage image)
    {
        // The box and as much around it as the smooth edge reaches.
        int reach = 4 * Math.Max(image.Width / mask.Width, image.Height / mask.Height) + 8;
        int left = Math.Max(box.X - reach, 0), top = Math.Max(box.Y - reach, 0);
        var near = new PixelBox(left, top, Math.Min(box.X + box.Width + reach, image.Width) - left,
            Math.Min(box.Y + box.Height + reach, image.Height) - top);
        return new MaskField(near, SmoothMask.Of(mask, image.Width, image.Height, near));
    }

    /// <summary>How far inside of the outline a pixel is, in pixels; negative outside. Null where the mask is not near.</summary>
    /// <param name="x">Column within <see cref="Near"/>.</param>
    /// <param name="y">Row within <see cref="Near"/>.</param>
    public float? Depth(int x, int y)
    {
        float value = At(x, y);
        if (value < 0.01f)
        {
            return null;
        }

        // The value's excess over its slope.
        float across = At(x + 1, y) - At(x - 1, y), down = At(x, y + 1) - At(x, y - 1);
        return (value - 0.5f) / Math.Max(MathF.Sqrt(across * across + down * down) / 2, 1e-4f);
    }

    float At(int x, int y) => _values[(Math.Clamp(y, 0, Near.Height - 1) * Near.Width) + Math.Clamp(x, 0, Near.Width - 1)];
}
