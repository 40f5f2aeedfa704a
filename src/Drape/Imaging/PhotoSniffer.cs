using System.Text;

namespace Drape.Imaging;

/// <summary>Tells from the first bytes what a file is, so that a refusal can name it.</summary>
static class PhotoSniffer
{
    /// <summary>The format, or null with the name of what was found instead (null when nothing known).</summary>
    public static (PhotoFormat? Format, string? Instead) Sniff(ReadOnlySpan<byte> data)
    {
        if (data.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return (PhotoFormat.Jpeg, null);
        }

        if (data.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return (PhotoFormat.Png, null);
        }

        if (data.StartsWith("GIF87a"u8) || data.StartsWith("GIF89a"u8))
        {
            return (PhotoFormat.Gif, null);
        }

        if (data.Length >= 12 && data.StartsWith("RIFF"u8) && data[8..12].SequenceEqual("WEBP"u8))
        {
            return (PhotoFormat.Webp, null);
        }

        if (data.Length >= 12 && data[4..8].SequenceEqual("ftyp"u8))
        {
            return IsoMedia(data);
        }

        return (null, Other(data));
    }

    /// <summary>AVIF and HEIC share their container; the brands tell them apart.</summary>
    static (PhotoFormat?, string?) IsoMedia(ReadOnlySpan<byte> data)
    {
        int end = (int)Math.Min(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(data), (uint)data.Length);
        string? instead = "a video or another file of the MP4 family";
        for (int at = 8; at + 4 <= Math.Min(end, 128); at += at == 8 ? 8 : 4) // after the major brand comes a version
        {
            switch (Encoding.ASCII.GetString(data.Slice(at, 4)))
            {
                case "avif" or "avis":
                    return (PhotoFormat.Avif, null);
                case "heic" or "heix" or "hevc" or "heim" or "heis" or "mif1" or "msf1":
                    instead = "a HEIC photo";
                    break;
            }
        }

        return (null, instead);
    }

    static string? Other(ReadOnlySpan<byte> data)
    {
        if (data.StartsWith("%PDF"u8))
        {
            return "a PDF document";
        }

        if (data.StartsWith("II*\0"u8) || data.StartsWith("MM\0*"u8))
        {
            return "a TIFF or camera raw file";
        }

        if (data.StartsWith("BM"u8) && data.Length >= 26 && data[6..10].IndexOfAnyExcept((byte)0) < 0)
        {
            return "a BMP picture";
        }

        if (data.StartsWith("PK\u0003\u0004"u8))
        {
            return "a ZIP archive or office document";
        }

        string start = Encoding.UTF8.GetString(data[..Math.Min(data.Length, 1024)]);
        if (start.Contains("<svg", StringComparison.OrdinalIgnoreCase))
        {
            return "an SVG drawing";
        }

        return start.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || start.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase) ? "a web page" : null;
    }

    /// <summary>Whether the file stops before its format says it ends.</summary>
    public static bool EndsEarly(ReadOnlySpan<byte> data, PhotoFormat format) => format switch
    {
        PhotoFormat.Jpeg => data[^Math.Min(data.Length, 4096)..].LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) < 0,
        PhotoFormat.Png => data[^Math.Min(data.Length, 4096)..].LastIndexOf("IEND"u8) < 0,
        PhotoFormat.Gif => data[^1] != 0x3B,
        PhotoFormat.Webp => data.Length < 8 +
            (long)System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(data[4..]),
        _ => IsoBoxesEndEarly(data),
    };

    static bool IsoBoxesEndEarly(ReadOnlySpan<byte> data)
    {
        long at = 0;
        while (at + 8 <= data.Length)
        {
            long size = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(data[(int)at..]);
            if (size == 0)
            {
                return false; // the last box reaches to the end of the file
            }

            if (size == 1 && at + 16 <= data.Length)
            {
                size = System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(data[(int)(at + 8)..]);
            }

            if (size < 8)
            {
                return false;
            }

            if (size > data.Length - at) // before adding, which a size near 2^63 would overflow
            {
                return true;
            }

            at += size;
        }

        return at != data.Length;
    }
}
