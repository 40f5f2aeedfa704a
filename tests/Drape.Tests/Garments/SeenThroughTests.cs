using Drape.Garments;
using Drape.Imaging;
using Drape.Tests.Imaging;

namespace Drape.Tests.Garments;

public class SeenThroughTests
{
    [Fact]
    public void Ground_within_a_handle_is_not_the_bag()
    {
        // A ring of a handle above a bag; the mask names what is within the ring, too.
        var bag = Drawn.Picture(100, 100, (x, y) => y is >= 50 and < 90 && x is >= 20 and < 80 ? Drawn.Blue
            : Within(x, y, 25) && !Within(x, y, 18) ? Drawn.Blue : Drawn.White);
        var named = MaskOf((x, y) => (y is >= 50 and < 90 && x is >= 20 and < 80) || Within(x, y, 25));

        var left = SeenThrough.Without(named, Ground.Of(bag)!, bag);

        Assert.Equal((0, 255, 255), (At(left, 50, 40), At(left, 50, 70), At(left, 28, 40)));
    }

    [Fact]
    public void What_is_as_light_as_the_ground_stays_whole()
    {
        var shirt = Drawn.Picture(100, 100, (x, y) => x is 20 or 79 && y is >= 20 and < 80 ? Drawn.Blue : Drawn.White);
        var named = MaskOf((x, y) => x is >= 20 and < 80 && y is >= 20 and < 80);

        Assert.Same(named, SeenThrough.Without(named, Ground.Of(shirt)!, shirt));
    }

    [Fact]
    public void A_light_as_small_as_a_button_stays()
    {
        var coat = Drawn.Picture(100, 100, (x, y) => x is >= 20 and < 80 && y is >= 20 and < 80 && !(x is 50 or 51 && y is 50 or 51) ? Drawn.Blue : Drawn.White);
        var named = MaskOf((x, y) => x is >= 20 and < 80 && y is >= 20 and < 80);

        Assert.Same(named, SeenThrough.Without(named, Ground.Of(coat)!, coat));
    }

    static bool Within(int x, int y, int radius) => ((x - 50) * (x - 50)) + ((y - 40) * (y - 40)) < radius * radius;

    static Mask MaskOf(Func<int, int, bool> named) =>
        new(100, 100, [.. Enumerable.Range(0, 100 * 100).Select(i => named(i % 100, i / 100) ? byte.MaxValue : (byte)0)]);

    static int At(Mask mask, int x, int y) => mask.Values[(y * mask.Width) + x];
}
