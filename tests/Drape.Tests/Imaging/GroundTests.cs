using Drape.Imaging;

namespace Drape.Tests.Imaging;

/// <summary>Which pictures have a plain ground, as a shop's have.</summary>
public class GroundTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(60, 80)]
    [InlineData(337, 448)]
    public void One_colour_is_plain(int width, int height) =>
        Assert.NotNull(Ground.Of(Drawn.Picture(width, height, (_, _) => Drawn.White)));

    [Fact]
    public void Somebody_from_the_hips_to_the_neck_before_a_wall_is_before_a_plain_ground() =>
        Assert.NotNull(Ground.Of(Drawn.Picture(60, 80, (x, _) => x is > 18 and < 42 ? Drawn.Blue : Drawn.White)));

    [Theory]
    [InlineData(255, 0, true)]
    [InlineData(215, 0, true)]
    [InlineData(215, 4, true)] // two levels to either side
    [InlineData(250, 10, false)]
    [InlineData(215, 20, false)]
    public void A_ground_is_even_whose_light_falls_off_nowhere(byte light, int falls, bool even) =>
        Assert.Equal(even, Ground.Of(Drawn.Picture(300, 300, (x, _) =>
        {
            byte value = (byte)(light - (falls * x / 300));
            return (value, value, value);
        }))!.IsEven);

    [Theory]
    [InlineData(80, true)]
    [InlineData(70, false)]
    public void Of_the_ground_beside_a_figure_three_quarters_must_be_alike(int alike, bool even)
    {
        var random = new Random(4);
        var ground = Ground.Of(Drawn.Picture(300, 300, (x, _) =>
        {
            byte value = (byte)(random.Next(100) < alike ? 230 : 224);
            return x is > 90 and < 210 ? Drawn.Blue : (value, value, value);
        }));

        Assert.Equal(even, ground!.IsEven);
    }

    [Fact]
    public void A_ground_that_changes_half_way_is_not_plain() =>
        Assert.Null(Ground.Of(Drawn.Picture(60, 80, (_, y) => y < 40 ? Drawn.Blue : Drawn.White)));

    [Fact]
    public void A_dark_floor_is_no_shops_ground_however_plain_it_is() =>
        Assert.Null(Ground.Of(Drawn.Picture(60, 80, (_, _) => Drawn.Blue)));

    [Fact]
    public void What_lies_in_the_middle_does_not_count() => Assert.NotNull(Ground.Of(
        Drawn.Picture(100, 100, (x, y) => x is > 5 and < 95 && y is > 5 and < 95 && (x + y) % 2 == 0 ? Drawn.Blue : Drawn.White)));

    [Fact]
    public void Ground_between_an_arm_and_the_body_is_no_thing()
    {
        var picture = Drawn.Picture(60, 80, (x, y) => x is > 18 and < 42 && y is > 30 ? Drawn.Blue : Drawn.White);
        var ground = Ground.Of(picture)!;

        Assert.True(ground.Covers(picture, Part(0, 12)));
        Assert.False(ground.Covers(picture, Part(20, 40)));
    }

    /// <summary>Columns of the lower half, in a mask of half the picture's size.</summary>
    static Mask Part(int left, int right) => new(30, 40,
        [.. Enumerable.Range(0, 30 * 40).Select(i => 2 * (i % 30) >= left && 2 * (i % 30) < right && i / 30 >= 20 ? byte.MaxValue : (byte)0)]);
}
