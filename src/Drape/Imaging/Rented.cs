using System.Buffers;

namespace Drape.Imaging;

/// <summary>
/// Values on loan from a pool, for what is too large to be made anew for each photo: arrays from 85 KB on go
/// to the large heap, whose collections stop everything. What they hold at first is chance. Where an error keeps them from being given back
/// they are collected as any array.
/// </summary>
/// <remarks>
/// The runtime's shared pool keeps arrays of every size for each thread that ever gave some back, and photos are read by whichever thread is
/// free: a server's memory grew with every photo of several people. This pool keeps no more than were ever out at once.
/// </remarks>
/// <param name="length">Number of values.</param>
sealed class Rented<T>(int length) : IDisposable
{
    const int Longest = 1 << 22; // longer arrays are rare, and kept by nobody
    const int PerPhoto = 4;      // of one size that a photo has out at once

    static readonly ArrayPool<T> _pool = ArrayPool<T>.Create(Longest, PerPhoto * Math.Max(2, Environment.ProcessorCount));

    T[] _values = _pool.Rent(length);

    /// <summary>The values, until they are given back.</summary>
    public Span<T> Span => _values.AsSpan(0, length);

    /// <summary>The same for those who hand it on.</summary>
    public Memory<T> Memory => _values.AsMemory(0, length);

    /// <summary>Gives the values back; nothing may be asked of them afterwards.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _values, []) is { Length: > 0 } values)
        {
            _pool.Return(values);
        }
    }
}
