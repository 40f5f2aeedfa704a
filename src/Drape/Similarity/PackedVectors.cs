using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Drape.Native;

namespace Drape.Similarity;

/// <summary>
/// Vectors of one length as 16-bit fixed point, each with a scale of its own, their high bytes apart from their low
/// bytes: a scan reads the high bytes only, which say each value to 1/254 of the vector's largest; both together say it to
/// 1/65,000. Fixed room; slots are written once by one thread and read by any after they were published.
/// </summary>
sealed unsafe class PackedVectors
{
    /// <summary>Rows are padded to this many bytes and begin at a multiple of it: a cache line, the widest register.</summary>
    public const int Block = 64;

    /// <summary>What a high byte is more than it stands for.</summary>
    public const int HighShift = 128;

    /// <summary>What a high byte counts in terms of a low byte.</summary>
    public const int HighStep = 256;

    // The largest value becomes this: its rounded high byte is then 127, not 128.
    const float Top = 32639;

    // Added to a value so that both its bytes are unsigned: 32,768 for the sign, 128 for rounding the high byte.
    const int Shift = 32896;

    readonly AlignedMemory _memory; // frees what the pointers point to when it goes
    readonly byte* _high;
    readonly byte* _low;

    /// <summary>Makes room; nothing is in it.</summary>
    /// <param name="values">The values of a vector, at least 1.</param>
    /// <param name="capacity">How many vectors there is room for.</param>
    public PackedVectors(int values, int capacity)
    {
        Values = values;
        Stride = StrideOf(values);
        long plane = (long)Stride * capacity;
        _memory = new AlignedMemory(2 * plane);
        _high = _memory.Start;
        _low = _high + plane;
        Scales = GC.AllocateUninitializedArray<float>(capacity);
    }

    /// <summary>The values of a vector.</summary>
    public int Values { get; }

    /// <summary>Bytes from one row of a plane to the next: the values, padded.</summary>
    public int Stride { get; }

    /// <summary>By slot, what a fixed-point value of 1 stands for in the vector of unit length.</summary>
    public float[] Scales { get; }

    /// <summary>
    /// The high bytes, row by row, each 128 more than it stands for, padding at will. Valid while this object lives: see <see cref="GC.KeepAlive"/>.
    /// </summary>
    public byte* High => _high;

    /// <summary>Bytes of memory it takes.</summary>
    public long Bytes => _memory.Bytes + (Scales.LongLength * sizeof(float));

    /// <summary>The padded length of rows of so many values.</summary>
    public static int StrideOf(int values) => (values + Block - 1) & ~(Block - 1);

    /// <summary>Packs a vector, scaled to unit length.</summary>
    /// <param name="slot">Where to.</param>
    /// <param name="padded">The vector, zeros up to <see cref="Stride"/>.</param>
    /// <returns>False if it points nowhere: it has no length, or a value that is no number.</returns>
    public bool TryPack(int slot, ReadOnlySpan<float> padded)
    {
        float length = TensorPrimitives.Norm(padded);
        float largest = MathF.Abs(TensorPrimitives.MaxMagnitude(padded));
        float step = largest / Top;
        if (!float.IsFinite(length) || step == 0)
        {
            return false;
        }

        Scales[slot] = step / length;
        var (factor, shift) = (Vector256.Create(1 / step), Vector256.Create(Shift));
        byte* high = _high + ((long)slot * Stride);
        byte* low = _low + ((long)slot * Stride);
        fixed (float* values = padded)
        {
            for (int j = 0; j < Stride; j += 32)
            {
                var first = Vector256.Narrow(Fixed(values + j), Fixed(values + j + 8));
                var second = Vector256.Narrow(Fixed(values + j + 16), Fixed(values + j + 24));
                Vector256.Narrow(first >> 8, second >> 8).Store(high + j);
                Vector256.Narrow(first & Vector256.Create((ushort)255), second & Vector256.Create((ushort)255)).Store(low + j);
            }
        }

        GC.KeepAlive(this);
        return true;

        Vector256<uint> Fixed(float* from) =>
            (Vector256.ConvertToInt32(Vector256.Round(Vector256.Load(from) * factor)) + shift).AsUInt32();
    }

    /// <summary>Unpacks a vector of about unit length.</summary>
    /// <param name="slot">Which.</param>
    /// <param name="padded">Gets the vector; <see cref="Stride"/> values, of which those beyond the vector are zero.</param>
    public void Unpack(int slot, Span<float> padded)
    {
        var (scale, shift) = (Vector256.Create(Scales[slot]), Vector256.Create(Shift));
        byte* high = _high + ((long)slot * Stride);
        byte* low = _low + ((long)slot * Stride);
        fixed (float* values = padded[..Stride])
        {
            for (int j = 0; j < Stride; j += 16)
            {
                var word = (Vector256.WidenLower(Vector128.Load(high + j).ToVector256Unsafe()) << 8)
                    | Vector256.WidenLower(Vector128.Load(low + j).ToVector256Unsafe());
                var (first, second) = Vector256.Widen(word);
                (Vector256.ConvertToSingle(first.AsInt32() - shift) * scale).Store(values + j);
                (Vector256.ConvertToSingle(second.AsInt32() - shift) * scale).Store(values + j + 8);
            }
        }

        GC.KeepAlive(this);
    }

    /// <summary>Copies a vector from another place as it is.</summary>
    public void Copy(int slot, PackedVectors from, int fromSlot)
    {
        Scales[slot] = from.Scales[fromSlot];
        Buffer.MemoryCopy(from._high + ((long)fromSlot * Stride), _high + ((long)slot * Stride), Stride, Stride);
        Buffer.MemoryCopy(from._low + ((long)fromSlot * Stride), _low + ((long)slot * Stride), Stride, Stride);
        GC.KeepAlive(from);
        GC.KeepAlive(this);
    }
}
