using Drape.Garments;
using Drape.Imaging;

namespace Drape.Tests.Garments;

public sealed class FoundGarmentTests
{
    static readonly PixelImage _picture = Drawn.Picture(60, 80, (x, _) => x < 30 ? Drawn.White : Drawn.Blue);
    static readonly Ground _ground = Ground.Of(Drawn.Picture(60, 80, (_, _) => Drawn.White))!;

    [Fact]
    public void A_bag_that_looks_like_the_ground_is_none() => Assert.True(At(0, "bag").IsMistaken(_ground, _picture));

    [Fact]
    public void A_bag_that_stands_out_is_one() => Assert.False(At(30, "bag").IsMistaken(_ground, _picture));

    [Fact]
    public void A_shirt_that_looks_like_the_ground_is_a_white_one() => Assert.False(At(0, "shirt", "shirt").IsMistaken(_ground, _picture));

    [Fact]
    public void What_nothing_is_known_of_is_left_alone() =>
        Assert.False((At(0, "bag") with { Hint = null }).IsMistaken(_ground, _picture));

    [Theory]
    [InlineData(0, 2, true)]
    [InlineData(0, 1, false)] // a fiftieth of the edge is a strap or the tip of a shoe
    [InlineData(2, 2, true)]
    [InlineData(1, 50, false)]
    public void A_garment_is_cut_where_it_reaches_the_upper_or_lower_edge(int row, int pixels, bool cut)
    {
        byte[] values = new byte[3 * 50];
        values.AsSpan(row * 50, pixels).Fill(byte.MaxValue);

        Assert.Equal(cut, (At(0, "shirt", "shirt") with { Mask = new Mask(50, 3, values) }).IsCut);
    }

    /// <summary>A half of the picture as a group's thing.</summary>
    static FoundGarment At(int left, string group, params string[] types) => new(new TypeHint(group, 0.8, TypeHintTests.Shares(types)), 0,
        new Mask(2, 1, left == 0 ? [byte.MaxValue, 0] : [0, byte.MaxValue]), new PixelBox(left, 0, 30, 80), 60, 80);
}
