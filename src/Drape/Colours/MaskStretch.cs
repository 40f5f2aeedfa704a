using Drape.Imaging;

namespace Drape.Colours;

/// <summary>Stretches a small soft mask over a picture, straight between the pixels' middles.</summary>
static class MaskStretch
{
    /// <summary>Stretches values of 0 to 1 to a mask of the wanted size.</summary>
    public static Mask To(float[] values, int width, int height, int toWidth, int toHeight)
    {
        var mask = new byte[toWidth * toHeight];
        for (var y = 0; y < toHeight; y++)
        {
            var (top, bottom, down) = Between(y, toHeight, height);
            for (var x = 0; x < toWidth; x++)
            {
                var (left, right, across) = Between(x, toWidth, width);
                var upper = Mix(values[(top * width) + left], values[(top * width) + right], across);
                var lower = Mix(values[(bottom * width) + left], values[(bottom * width) + right], across);
                mask[(y * toWidth) + x] = (byte)MathF.Round(255 * Math.Clamp(Mix(upper, lower, down), 0, 1));
            }
        }

        return new Mask(toWidth, toHeight, mask);
    }

    static (int First, int Second, float Part) Between(int index, int from, int to)
    {
        var place = Math.Clamp(((index + 0.5f) * to / from) - 0.5f, 0, to - 1);
        var first = (int)place;
        return (first, Math.Min(first + 1, to - 1), place - first);
    }

    static float Mix(float first, float second, float part) => first + (part * (second - first));
}
