using System.Numerics;

namespace Drape.Imaging;

/// <summary>Cuts a garment out of its photo: what is around it becomes transparent, with a soft edge that follows the cloth.</summary>
public static class CutOut
{
    const int Quality = 84;

    // What of a picture the window of the edge's filter takes: a fold's width.
    const int Windows = 48;
    const float Evenness = 5e-4f;

    static readonly Vector3 Lightness = new(0.2126f, 0.7152f, 0.0722f);

    // Where the cloth begins and where it is whole: a little inside of the middle, for a rim of the ground is seen sooner than
    // that half a pixel of cloth is missing.
    const float Begins = 0.4f;
    const float Whole = 0.7f;

    // The mask's own value counts beyond this distance from one half; nearer the picture decides.
    const float Certain = 0.46f;

    // Beyond that distance a pixel's colour counts for the garment's or the ground's: some that are neither do no harm.
    const float Telling = 0.4f;

    /// <summary>Cuts something out.</summary>
    /// <param name="photo">The photo.</param>
    /// <param name="mask">Which pixels, over the whole photo at any size.</param>
    /// <param name="longSide">Longer side in pixels at most, from 16, of what is cut out; what is smaller keeps its size.</param>
    /// <returns>
    /// A WebP file with transparency and nothing else in it, with a fortieth more to each side where the photo has it; null
    /// where the mask holds nothing.
    /// </returns>
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

        EdgeColours.Fill(pixels, alpha, new Plane(box.Width, box.Height), Radius(box));
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

    static int Radius(PixelBox box) => Math.Max(2, Math.Max(box.Width, box.Height) / Windows);

    static float[] Edge(PixelImage picture, Mask mask, PixelBox box)
    {
        float[] coarse = SmoothMask.Of(mask, picture.Width, picture.Height, box);
        float[] guide = Guide(picture, coarse, box);
        float[] fine = new float[coarse.Length];
        GuidedFilter.Refine(guide, coarse, new Plane(box.Width, box.Height), Radius(box), Evenness, fine);
        for (int i = 0; i < fine.Length; i++)
        {
            float sure = Math.Abs(coarse[i] - 0.5f) > Certain ? coarse[i] : fine[i];
            float t = Math.Clamp((sure - Begins) / (Whole - Begins), 0, 1);
            fine[i] = t * t * (3 - 2 * t);
        }

        return fine;
    }

    /// <summary>
    /// What the edge is looked for in: the mixture of the channels that tells best what is in the mask from what is not. In lightness alone gray wool ends nowhere on a brown floor.
    /// </summary>
    static float[] Guide(PixelImage picture, float[] coarse, PixelBox box)
    {
        var (inside, outside) = (new ColourSpread(), new ColourSpread());
        for (int i = 0; i < coarse.Length; i++)
        {
            if (Math.Abs(coarse[i] - 0.5f) > Telling)
            {
                (coarse[i] > 0.5f ? inside : outside).Add(picture[box.X + i % box.Width, box.Y + i / box.Width]);
            }
        }

        var mixture = (ColourSpread.Between(inside, outside) ?? Lightness) / byte.MaxValue;
        float[] guide = new float[coarse.Length];
        for (int i = 0; i < guide.Length; i++)
        {
            var pixel = picture[box.X + i % box.Width, box.Y + i / box.Width];
            guide[i] = mixture.X * pixel[0] + mixture.Y * pixel[1] + mixture.Z * pixel[2];
        }

        return guide;
    }
}
