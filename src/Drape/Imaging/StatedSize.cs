using System.Buffers.Binary;

namespace Drape.Imaging;

/// <summary>The size a file's header states, read without the decoder, which refuses some without a reason.</summary>
static class StatedSize
{
    /// <summary>Width and height in pixels as stored, or null where the header cannot be followed.</summary>
    public static (long Width, long Height)? Of(ReadOnlySpan<byte> data, PhotoFormat format) => format switch
    {
        PhotoFormat.Png when data.Length >= 24 =>
            (BinaryPrimitives.ReadUInt32BigEndian(data[16..]), BinaryPrimitives.ReadUInt32BigEndian(data[20..])),
        PhotoFormat.Gif when data.Length >= 10 =>
            (BinaryPrimitives.ReadUInt16LittleEndian(data[6..]), BinaryPrimitives.ReadUInt16LittleEndian(data[8..])),
        PhotoFormat.Jpeg => JpegFrame(data) is { } frame ? (frame.Width, frame.Height) : null,
        _ => null,
    };

    /// <summary>The first start of a frame in a JPEG: its marker tells how the picture is coded.</summary>
    public static (byte Marker, long Width, long Height)? JpegFrame(ReadOnlySpan<byte> data)
    {
        for (int at = 2; at + 9 <= data.Length && data[at] == 0xFF;)
        {
            byte marker = data[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)) // a start of frame
            {
                return (marker, BinaryPrimitives.ReadUInt16BigEndian(data[(at + 7)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(data[(at + 5)..]));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(data[(at + 2)..]);
        }

        return null;
    }
}
