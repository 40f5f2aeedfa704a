using System.Buffers.Binary;
using System.IO.Compression;

namespace Drape.Cli.Tests;

/// <summary>Writes gray PNG files of 8 bits, as sets keep their masks.</summary>
static class GrayPng
{
    /// <param name="width">Pixels a row.</param>
    /// <param name="values">One byte a pixel, row by row.</param>
    public static byte[] Of(int width, byte[] values)
    {
        using var rows = new MemoryStream();
        using (var zip = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (byte[] row in values.Chunk(width))
            {
                zip.WriteByte(0); // no filter
                zip.Write(row);
            }
        }

        byte[] size = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(size, width);
        BinaryPrimitives.WriteInt32BigEndian(size.AsSpan(4), values.Length / width);
        const byte bits = 8, gray = 0;
        return [0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR"u8, [.. size, bits, gray, 0, 0, 0]),
            .. Chunk("IDAT"u8, rows.ToArray()), .. Chunk("IEND"u8, [])];
    }

    static byte[] Chunk(ReadOnlySpan<byte> name, byte[] data)
    {
        byte[] length = new byte[4], sum = new byte[4], named = [.. name, .. data];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(named));
        return [.. length, .. named, .. sum];
    }

    static uint Crc(byte[] data)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in data)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(int)(crc & 1));
            }
        }

        return ~crc;
    }
}
