using Drape.Imaging;

namespace Drape.Twins;

/// <summary>A photo as if it had been taken again: a little turned, nearer, in other light, stored once more.</summary>
static class Retaken
{
    const float MostDegrees = 7;
    const float MostCut = 0.10f;
    const float MostLight = 0.18f;

    public static byte[] Of(PixelImage photo, Random chance)
    {
        var (sin, cos) = MathF.SinCos(Between(chance, -MostDegrees, MostDegrees) * MathF.PI / 180);
        float scale = 1 - Between(chance, 0.02f, MostCut) - MathF.Abs(sin) / 2;
        float left = Between(chance, -1, 1) * (1 - scale) / 2 * photo.Width;
        float top = Between(chance, -1, 1) * (1 - scale) / 2 * photo.Height;
        float[] light = [.. Enumerable.Range(0, 3).Select(_ => 1 + Between(chance, -MostLight / 3, MostLight / 3))];
        float all = 1 + Between(chance, -MostLight, MostLight);
        var again = new PixelImage(photo.Width, photo.Height, new byte[photo.Pixels.Length]);
        for (int y = 0; y < photo.Height; y++)
        {
            for (int x = 0; x < photo.Width; x++)
            {
                float dx = (x - photo.Width / 2f) * scale, dy = (y - photo.Height / 2f) * scale;
                float fromX = cos * dx - sin * dy + photo.Width / 2f + left, fromY = sin * dx + cos * dy + photo.Height / 2f + top;
                var pixel = photo[Math.Clamp((int)fromX, 0, photo.Width - 1), Math.Clamp((int)fromY, 0, photo.Height - 1)];
                for (int c = 0; c < 3; c++)
                {
                    again[x, y][c] = (byte)Math.Clamp(pixel[c] * light[c] * all, 0, 255);
                }
            }
        }

        return PhotoEncoder.Encode(again, PhotoFormat.Jpeg, 60 + chance.Next(30));
    }

    static float Between(Random chance, float low, float high) => low + (high - low) * (float)chance.NextDouble();
}
