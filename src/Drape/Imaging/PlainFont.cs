using System.Buffers.Binary;
using System.IO.Compression;

namespace Drape.Imaging;

/// <summary>
/// Fonts as libvips reads them. npm has them packed for browsers (WOFF 1.0, W3C 2012: each table of the font deflated by
/// itself), which the bundled libvips passes over without a word; so they are unpacked into a folder of this process.
/// </summary>
static class PlainFont
{
    const uint Signature = 0x774F4646; // wOFF
    const int HeaderBytes = 44, EntryBytes = 20, PlainHeaderBytes = 12, PlainEntryBytes = 16;

    static readonly Lazy<string> Folder = new(() =>
    {
        string folder = Directory.CreateTempSubdirectory("drape-fonts-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(folder);
        return folder;
    });

    /// <summary>Unpacks a font.</summary>
    /// <param name="packed">Where it is packed.</param>
    /// <returns>Where it is unpacked, until the process ends.</returns>
    /// <exception cref="InvalidDataException">It is no WOFF file.</exception>
    public static string Of(string packed)
    {
        string path = Path.Combine(Folder.Value, Path.ChangeExtension(Path.GetFileName(packed), ".ttf"));
        File.WriteAllBytes(path, Unpack(File.ReadAllBytes(packed)));
        return path;
    }

    internal static byte[] Unpack(ReadOnlySpan<byte> packed)
    {
        if (packed.Length < HeaderBytes || BinaryPrimitives.ReadUInt32BigEndian(packed) != Signature)
        {
            throw new InvalidDataException("The font is no WOFF file.");
        }

        int tables = BinaryPrimitives.ReadUInt16BigEndian(packed[12..]);
        byte[] plain = new byte[BinaryPrimitives.ReadInt32BigEndian(packed[16..])];
        packed[4..8].CopyTo(plain);
        WriteHeader(plain, tables);
        int at = PlainHeaderBytes + (tables * PlainEntryBytes);
        for (int i = 0; i < tables; i++)
        {
            var entry = packed.Slice(HeaderBytes + (i * EntryBytes), EntryBytes);
            int from = BinaryPrimitives.ReadInt32BigEndian(entry[4..]), small = BinaryPrimitives.ReadInt32BigEndian(entry[8..]);
            int whole = BinaryPrimitives.ReadInt32BigEndian(entry[12..]);
            var target = plain.AsSpan(PlainHeaderBytes + (i * PlainEntryBytes), PlainEntryBytes);
            entry[..4].CopyTo(target);
            entry[16..].CopyTo(target[4..]); // the checksum
            BinaryPrimitives.WriteInt32BigEndian(target[8..], at);
            BinaryPrimitives.WriteInt32BigEndian(target[12..], whole);
            Inflate(packed.Slice(from, small), plain.AsSpan(at, whole));
            at = (at + whole + 3) & ~3;
        }

        return plain;
    }

    // What helps to search the tables by halves; some readers insist on it.
    static void WriteHeader(Span<byte> plain, int tables)
    {
        int power = (int)Math.Log2(tables), range = (1 << power) * PlainEntryBytes;
        BinaryPrimitives.WriteUInt16BigEndian(plain[4..], (ushort)tables);
        BinaryPrimitives.WriteUInt16BigEndian(plain[6..], (ushort)range);
        BinaryPrimitives.WriteUInt16BigEndian(plain[8..], (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(plain[10..], (ushort)((tables * PlainEntryBytes) - range));
    }

    static void Inflate(ReadOnlySpan<byte> small, Span<byte> whole)
    {
        if (small.Length == whole.Length)
        {
            small.CopyTo(whole);
            return;
        }

        using var source = new ZLibStream(new MemoryStream(small.ToArray()), CompressionMode.Decompress);
        source.ReadExactly(whole);
    }

    static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // The system empties its folder for temporary files by itself.
        }
        catch (UnauthorizedAccessException)
        {
            // As above.
        }
    }
}
