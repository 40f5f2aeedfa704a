using Drape.Imaging;

namespace Drape.Garments;

/// <summary>The even ground that a mask names with a thing: within a handle, between the arms of glasses, between legs.</summary>
static class SeenThrough
{
    // A thing of which so much looks like the ground is as light itself.
    const double Light = 0.35;

    // A print has lights, too: what counts as ground is a patch of so much of the thing, and of so many pixels of the mask.
    const double Patch = 0.005;
    const int Least = 8;

    /// <summary>A mask without that; itself where there is none.</summary>
    /// <param name="mask">What is named.</param>
    /// <param name="ground">The ground of the photo; an even one.</param>
    /// <param name="photo">The photo.</param>
    public static Mask Without(Mask mask, Ground ground, PixelImage photo)
    {
        var (named, light) = ground.Count(photo, mask);
        if (light == 0 || light > Light * named)
        {
            return mask;
        }

        byte[] values = mask.Values;
        using var rentedKeys = new Rented<ushort>(values.Length);
        using var rentedNumbers = new Rented<int>(values.Length);
        var keys = rentedKeys.Span;
        var numbers = rentedNumbers.Span;
        for (int i = 0; i < values.Length; i++)
        {
            keys[i] = (ushort)(values[i] > 0 && ground.IsAt(photo, mask, i) ? 1 : 0);
        }

        var patches = Regions.Find(keys, mask.Width, numbers);
        byte[]? left = null;
        for (int i = 0; i < values.Length; i++)
        {
            if (numbers[i] > 0 && patches[numbers[i] - 1].Area >= Math.Max(Least, Patch * named))
            {
                left ??= [.. values];
                Clear(left, i);
            }
        }

        return left is null ? mask : new Mask(mask.Width, mask.Height, left);

        // With its edge, where the thing's colour mixes in.
        void Clear(byte[] cleared, int at)
        {
            var (x, y) = (at % mask.Width, at / mask.Width);
            for (int row = Math.Max(y - 1, 0); row <= Math.Min(y + 1, mask.Height - 1); row++)
            {
                for (int column = Math.Max(x - 1, 0); column <= Math.Min(x + 1, mask.Width - 1); column++)
                {
                    int i = (row * mask.Width) + column;
                    cleared[i] = ground.IsNear(photo, mask, i) ? (byte)0 : cleared[i];
                }
            }
        }
    }
}
