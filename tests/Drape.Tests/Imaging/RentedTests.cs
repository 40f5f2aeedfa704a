using System.Runtime.InteropServices;
using Drape.Imaging;

namespace Drape.Tests.Imaging;

public sealed class RentedTests
{
    [Fact]
    public void What_one_thread_gave_back_another_takes()
    {
        decimal[]? first = null, second = null;
        var one = new Thread(() => first = Lent(100_000));
        one.Start();
        one.Join();
        var other = new Thread(() => second = Lent(100_000));
        other.Start();
        other.Join();

        Assert.NotNull(first);
        Assert.Same(first, second);
    }

    [Fact]
    public void What_is_given_back_twice_is_lent_to_one_alone()
    {
        var twice = new Rented<Half>(50_000);
        twice.Dispose();
        twice.Dispose();

        using Rented<Half> one = new(50_000), other = new(50_000);

        Assert.False(one.Span.Overlaps(other.Span));
    }

    static decimal[] Lent(int length)
    {
        using var rented = new Rented<decimal>(length);
        return MemoryMarshal.TryGetArray<decimal>(rented.Memory, out var values) ? values.Array! : [];
    }
}
