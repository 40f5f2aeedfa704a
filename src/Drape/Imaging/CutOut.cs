namespace Drape.Imaging;

/// <summary>Cuts a garment out of its photo: what is around it becomes transparent, with a soft edge that follows the cloth.</summary>
public static class CutOut
{
    const int Quality = 84;

    // What of a picture the window of the edge's filter takes: a fold's width.
    const int Windows = 48;
    const float Evenness = 5e-4f;

    // The mask's own value counts beyond this distance from one half; nearer the picture decides.
    const float Certain = 0.46f;

    /// <summary>Cuts something out.</summary>
    /// <param name="photo">The photo.</param>
    /// <param name="mask">Which pixels, over the whole photo at any size.</param>
    /// <param name="longSide">Longer side of the result in pixels at most, from 16; what is smaller keeps its size.</param>
    /// <returns>A WebP file with transparency and nothing else in it; null where the mask holds nothing.</returns>
    public static byte[]? Encode(PixelImage photo, Mask mask, int longSide)
    {
        ArgumentNullException.ThrowIfNull(photo);
        ArgumentNullException.ThrowIfNull(mask);
        ArgumentOutOfRangeException.ThrowIfLessThan(longSide, 16);
        if (mask.Bounds() is not { } bounds)
        {
            return null;
        }

        var whole = bounds.Scale(mask.Width, mask.Height, photo.Width, photo.Height);
        double scale = Math.Min(1, (double)longSide / Math.Max(whole.Width, whole.Height));
        var picture = scale == 1 ? photo : Resampler.Resize(
            photo, Math.Max(1, (int)(photo.Width * scale)), Math.Max(1, (int)(photo.Height * scale)));
        var box = Around(bounds.Scale(mask.Width, mask.Height, picture.Width, picture.Height), picture, longSide);
        float[] alpha = Edge(picture, mask, box);
        byte[] pixels = new byte[box.Width * box.Height * 4];
        for (int y = 0, i = 0; y < box.Height; y++)
        {
            for (int x = 0; x < box.Width; x++, i++)
            {
                picture[box.X + x, box.Y + y].CopyTo(pixels.AsSpan(i * 4));
                pixels[i * 4 + 3] = (byte)(alpha[i] * byte.MaxValue + 0.5f);
            }
        }

        return PhotoEncoder.EncodeTransparent(box.Width, box.Height, pixels, Quality);
    }

    /// <summary>The box with a little around it, so that a soft edge is not cut off.</summary>
    static PixelBox Around(PixelBox box, PixelImage picture, int longSide)
    {
        int more = Math.Max(2, Math.Min(longSide, Math.Max(box.Width, box.Height)) / 40);
        int left = Math.Max(box.X - more, 0), top = Math.Max(box.Y - more, 0);
        return new PixelBox(left, top, Math.Min(box.X + box.Width + more, picture.Width) - left,
            Math.Min(box.Y + box.Height + more, picture.Height) - top);
    }

    static float[] Edge(PixelImage picture, Mask mask, PixelBox box)
    {
        float[] coarse = SmoothMask.Of(mask, picture.Width, picture.Height, box);
        float[] guide = new float[coarse.Length];
        for (int y = 0, i = 0; y < box.Height; y++)
        {
            for (int x = 0; x < box.Width; x++, i++)
            {
                var pixel = picture[box.X + x, box.Y + y];
                guide[i] = (0.2126f * pixel[0] + 0.7152f * pixel[1] + 0.0722f * pixel[2]) / byte.MaxValue;
            }
        }

        int radius = Math.Max(2, Math.Max(box.Width, box.Height) / Windows);
        float[] fine = new float[coarse.Length];
        GuidedFilter.Refine(guide, coarse, new Plane(box.Width, box.Height), radius, Evenness, fine);
        for (int i = 0; i < fine.Length; i++)
        {
            float sure = Math.Abs(coarse[i] - 0.5f) > Certain ? coarse[i] : fine[i];
            float t = Math.Clamp((sure - 0.35f) / 0.3f, 0, 1);
            fine[i] = t * t * (3 - 2 * t);
        }

        return fine;
    }
}
