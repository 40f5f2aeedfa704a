using Drape.Imaging;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>
/// A picture as it comes back from elsewhere: cut at the edges, turned, in other light, with another border, stored
/// badly. What is done hangs on the picture's name, so it is the same in every run.
/// </summary>
static class DistortedCopy
{
    const double LeastCrop = 0.80, MostCrop = 0.95;
    const double MostTurn = 10 * Math.PI / 180;
    const double MostBorder = 0.10; // of the crop, on each side
    const double Light = 0.15, Balance = 0.06;
    const int DarkestGround = 60, GroundTint = 30;
    const int Quality = 50;

    public static PixelImage Of(PixelImage picture, string id)
    {
        var random = SteadyRandom.Of(id);
        double Between(double from, double to) => from + (to - from) * random.NextDouble();

        double size = Between(LeastCrop, MostCrop);
        double width = picture.Width * size, height = picture.Height * size;
        double left = Between(0, picture.Width - width), top = Between(0, picture.Height - height);
        double turn = Between(-MostTurn, MostTurn), cosine = Math.Cos(turn), sine = Math.Sin(turn);
        double border = Between(0, MostBorder);
        int shade = random.Next(DarkestGround, 256);
        int[] ground = [.. Enumerable.Range(0, 3).Select(_ => shade + random.Next(-GroundTint, GroundTint))];
        double brightness = Between(1 - Light, 1 + Light), contrast = Between(1 - Light, 1 + Light);
        double[] gain = [.. ground.Select(_ => brightness * Between(1 - Balance, 1 + Balance))];

        var copy = new PixelImage(picture.Width, picture.Height, new byte[picture.Pixels.Length]);
        for (int y = 0; y < copy.Height; y++)
        {
            for (int x = 0; x < copy.Width; x++)
            {
                // Where the pixel comes from: -0.5 to 0.5 is the crop, what lies outside of it the border.
                double across = ((x + 0.5) / copy.Width - 0.5) * (1 + 2 * border) * width;
                double down = ((y + 0.5) / copy.Height - 0.5) * (1 + 2 * border) * height;
                double fromX = across * cosine - down * sine, fromY = across * sine + down * cosine;
                bool inside = Math.Abs(fromX) <= width / 2 && Math.Abs(fromY) <= height / 2;
                var pixel = copy[x, y];
                for (int c = 0; c < 3; c++)
                {
                    double value = inside
                        ? Sample(picture, left + width / 2 + fromX - 0.5, top + height / 2 + fromY - 0.5, c) : ground[c];
                    pixel[c] = (byte)Math.Clamp(Math.Round(((value - 128) * contrast + 128) * gain[c]), 0, 255);
                }
            }
        }

        byte[] stored = PhotoEncoder.Encode(copy, PhotoFormat.Jpeg, Quality);
        return PhotoDecoder.Decode(stored, Math.Max(copy.Width, copy.Height)).Pixels;
    }

    /// <summary>A channel between pixels, bilinear; the edge goes on outside.</summary>
    static double Sample(PixelImage picture, double x, double y, int channel)
    {
        x = Math.Clamp(x, 0, picture.Width - 1);
        y = Math.Clamp(y, 0, picture.Height - 1);
        int left = (int)x, top = (int)y, right = Math.Min(left + 1, picture.Width - 1);
        int bottom = Math.Min(top + 1, picture.Height - 1);
        double upper = double.Lerp(picture[left, top][channel], picture[right, top][channel], x - left);
        double lower = double.Lerp(picture[left, bottom][channel], picture[right, bottom][channel], x - left);
        return double.Lerp(upper, lower, y - top);
    }
}
