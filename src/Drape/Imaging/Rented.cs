using System.Buffers;

namespace Drape.Imaging;

/// <summary>
/// Values on loan from the shared pool, for what is too large to be made anew for each photo: arrays from 85 KB on go
/// to the large heap, whose collections stop everything. What they hold at first is chance. Where an error keeps them from being given back
/// they are collected as any array.
/// </summary>
/// <param name="length">Number of values.</param>
sealed class Rented<T>(int length) : IDisposable
{
    T[] _values = ArrayPool<T>.Shared.Rent(length);

    /// <summary>The values, until they are given back.</summary>
    public Span<T> Span => _values.AsSpan(0, length);

    /// <summary>The same for those who hand it on.</summary>
    public Memory<T> Memory => _values.AsMemory(0, length);

    /// <summary>Gives the values back; nothing may be asked of them afterwards.</summary>
    public void Dispose() => ArrayPool<T>.Shared.Return(Interlocked.Exchange(ref _values, []));
}
