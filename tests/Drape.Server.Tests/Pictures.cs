using System.Text;
using Drape.Imaging;

namespace Drape.Server.Tests;

/// <summary>Pictures drawn from arrays, and files that are none.</summary>
static class Pictures
{
    /// <summary>A navy square with white stripes on grey.</summary>
    public static PixelImage Striped(int width = 120, int height = 160)
    {
        byte[] pixels = new byte[width * height * 3];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                bool cloth = x > width / 5 && x < width * 4 / 5 && y > height / 5 && y < height * 4 / 5;
                ReadOnlySpan<byte> colour = !cloth ? [200, 198, 195] : y / 12 % 3 == 0 ? [245, 245, 240] : [31, 42, 77];
                colour.CopyTo(pixels.AsSpan((y * width + x) * 3, 3));
            }
        }

        return new PixelImage(width, height, pixels);
    }

    public static byte[] File(PhotoFormat format = PhotoFormat.Jpeg) => PhotoEncoder.Encode(Striped(), format);

    public static byte[] Truncated()
    {
        byte[] whole = PhotoEncoder.Encode(Striped(600, 800), PhotoFormat.Jpeg);
        return whole[..(whole.Length / 2)];
    }

    /// <summary>A JPEG whose header states another size.</summary>
    public static byte[] Claiming(ushort width, ushort height)
    {
        byte[] file = File();
        for (int at = 2; file[at] == 0xFF; at += 2 + (file[at + 2] << 8 | file[at + 3]))
        {
            if (file[at + 1] is 0xC0 or 0xC2) // start of frame: length, precision, height, width
            {
                (file[at + 5], file[at + 6]) = ((byte)(height >> 8), (byte)height);
                (file[at + 7], file[at + 8]) = ((byte)(width >> 8), (byte)width);
                return file;
            }
        }

        throw new InvalidOperationException("The JPEG has no frame.");
    }

    public static byte[] Heic() =>
        [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, 0, 0, 0, 8, .. "mdat"u8];

    public static byte[] Svg() => "<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'/>"u8.ToArray();

    public static byte[] Pdf() => "%PDF-1.7\n1 0 obj\n"u8.ToArray();

    public static byte[] Words() => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Not a picture. ", 20)));

    public static byte[] Damaged()
    {
        byte[] file = File(PhotoFormat.Png);
        file.AsSpan(60, 40).Fill(0x55);
        return file;
    }
}
