using System.Buffers.Binary;

namespace Drape.Native;

/// <summary>Looks at a Linux library's own header without loading it.</summary>
static class ElfFile
{
    const int HeaderLength = 64;

    /// <summary>Whether the file ends before the table of its sections, which linkers write last.</summary>
    /// <param name="path">A file; one that is no 64-bit little-endian ELF file is left to the loader to judge.</param>
    public static bool EndsEarly(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> header = stackalloc byte[HeaderLength];
        if (file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength
            || !header.StartsWith((ReadOnlySpan<byte>)[0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1]))
        {
            return false;
        }

        ulong table = BinaryPrimitives.ReadUInt64LittleEndian(header[40..]);
        uint size = BinaryPrimitives.ReadUInt16LittleEndian(header[58..]);
        uint count = BinaryPrimitives.ReadUInt16LittleEndian(header[60..]);
        return table + size * count > (ulong)file.Length;
    }
}
