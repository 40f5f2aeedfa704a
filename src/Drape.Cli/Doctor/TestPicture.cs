using Drape.Imaging;

namespace Drape.Cli.Doctor;

/// <summary>A picture drawn on the spot: a red shirt's outline, arms and all, on a pale ground.</summary>
static class TestPicture
{
    /// <summary>Pixels a side.</summary>
    public const int Side = 256;

    public static PixelImage Draw()
    {
        byte[] pixels = new byte[Side * Side * 3];
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
            {
                bool body = x is > 80 and < 176 && y is > 56 and < 216;
                bool sleeves = y is > 56 and < 112 && x is > 40 and < 216;
                bool neck = Math.Abs(x - 128) + (y - 56) < 28;
                ReadOnlySpan<byte> colour = (body || sleeves) && !neck ? [178, 34, 40] : [232, 228, 220];
                colour.CopyTo(pixels.AsSpan((y * Side + x) * 3));
            }
        }

        return new PixelImage(Side, Side, pixels);
    }
}
