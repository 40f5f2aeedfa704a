using Drape.Server.Problems;
using Microsoft.Extensions.Options;

namespace Drape.Server.Photos;

/// <summary>The memory that all bodies in flight share, counted as they arrive.</summary>
sealed class ByteAllowance(IOptions<ReadingOptions> options)
{
    readonly long _all = options.Value.Megabytes * 1_000_000L;
    long _taken;

    /// <summary>Bytes in use.</summary>
    public long Taken => Volatile.Read(ref _taken);

    /// <exception cref="ProblemException">Nothing is left; the caller shall come again.</exception>
    public void Take(long bytes)
    {
        if (Interlocked.Add(ref _taken, bytes) > _all)
        {
            GiveBack(bytes);
            throw new ProblemException(RequestProblems.Busy);
        }
    }

    public void GiveBack(long bytes) => Interlocked.Add(ref _taken, -bytes);
}
