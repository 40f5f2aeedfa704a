using System.Runtime.InteropServices;

namespace Drape.Server.Photos;

/// <summary>
/// The bytes of one upload, outside the managed heap: photos are large and short-lived, and native memory grows
/// without copying and is back with the system the moment it is freed.
/// </summary>
sealed unsafe class PhotoBuffer(ByteAllowance allowance) : IDisposable
{
    // What the first byte costs: little, or many that send one byte and wait would use up the memory of all.
    const int Smallest = 8 * 1024;
    const int Large = 1024 * 1024;

    byte* _bytes;
    int _capacity;

    /// <summary>Frees the memory if nobody disposed it.</summary>
    ~PhotoBuffer() => Release();

    /// <summary>Bytes received.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes; valid until the buffer grows or is disposed.</summary>
    public Span<byte> Bytes => new(_bytes, Length);

    /// <summary>Forgets the bytes and frees their memory; the buffer can be filled anew.</summary>
    public void Clear() => Release();

    /// <summary>Appends bytes; the caller has checked that the whole stays within its limit.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        int needed = checked(Length + bytes.Length);
        if (needed > _capacity)
        {
            // A body is paid for as it arrives, not as its header promises: twofold while small, then by half.
            long more = _capacity < Large ? _capacity * 2L : _capacity * 3L / 2;
            Grow(Math.Max(Math.Max(needed, Smallest), (int)Math.Min(more, int.MaxValue)));
        }

        bytes.CopyTo(new Span<byte>(_bytes + Length, bytes.Length));
        Length = needed;
    }

    void Grow(int capacity)
    {
        allowance.Take(capacity - _capacity);
        try
        {
            _bytes = (byte*)NativeMemory.Realloc(_bytes, (nuint)capacity);
        }
        catch (OutOfMemoryException)
        {
            allowance.GiveBack(capacity - _capacity);
            throw;
        }

        _capacity = capacity;
    }

    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    void Release()
    {
        NativeMemory.Free(_bytes);
        allowance.GiveBack(_capacity);
        _bytes = null;
        (_capacity, Length) = (0, 0);
    }
}
