namespace Drape.Imaging;

/// <summary>A rectangle of whole pixels: its left upper pixel, its width and its height.</summary>
/// <param name="X">Left edge, 0 is the picture's left column.</param>
/// <param name="Y">Upper edge, 0 is the picture's top row.</param>
/// <param name="Width">At least 1.</param>
/// <param name="Height">At least 1.</param>
public readonly record struct PixelBox(int X, int Y, int Width, int Height)
{
    /// <summary>The same rectangle on the picture at another size, rounded outwards and kept inside it.</summary>
    public PixelBox Scale(int fromWidth, int fromHeight, int toWidth, int toHeight)
    {
        double across = (double)toWidth / fromWidth, down = (double)toHeight / fromHeight;
        int left = Math.Clamp((int)Math.Floor(X * across), 0, toWidth - 1);
        int top = Math.Clamp((int)Math.Floor(Y * down), 0, toHeight - 1);
        int right = Math.Clamp((int)Math.Ceiling((X + Width) * across), left + 1, toWidth);
        int bottom = Math.Clamp((int)Math.Ceiling((Y + Height) * down), top + 1, toHeight);
        return new PixelBox(left, top, right - left, bottom - top);
    }

    /// <summary>The same rectangle on the picture turned by so many quarters, clockwise.</summary>
    /// <param name="width">The picture's width before it is turned.</param>
    /// <param name="height">Its height, likewise.</param>
    /// <param name="quarters">How far; any number.</param>
    public PixelBox Turned(int width, int height, int quarters) => QuarterTurns.Within(quarters) switch
    {
        0 => this,
        1 => new PixelBox(height - Y - Height, X, Height, Width),
        2 => new PixelBox(width - X - Width, height - Y - Height, Width, Height),
        _ => new PixelBox(Y, width - X - Width, Height, Width),
    };

    /// <summary>The smallest rectangle around this one and another.</summary>
    public PixelBox Around(PixelBox other)
    {
        int left = Math.Min(X, other.X), top = Math.Min(Y, other.Y);
        return new PixelBox(left, top, Math.Max(X + Width, other.X + other.Width) - left,
            Math.Max(Y + Height, other.Y + other.Height) - top);
    }
}
