using System.Globalization;
using System.Text.RegularExpressions;
using Drape.Imaging;

namespace Drape.Tests.Imaging;

public class MaskOutlineTests
{
    [Fact]
    public void A_box_is_outlined_by_its_four_corners()
    {
        string path = MaskOutline.Path(Box(100, 100, 20, 30, 40, 50), 1000, 1000);

        var corners = Places(path);
        Assert.Single(Regex.Matches(path, "M"));
        Assert.InRange(corners.Length, 4, 8); // a corner may be cut off by half a pixel of the mask
        Assert.InRange(corners.Min(p => p.X), 195, 205);
        Assert.InRange(corners.Max(p => p.X), 595, 605);
        Assert.InRange(corners.Min(p => p.Y), 295, 305);
        Assert.InRange(corners.Max(p => p.Y), 795, 805);
    }

    [Fact]
    public void Two_patches_have_a_line_each()
    {
        var mask = Box(100, 100, 10, 10, 20, 20);
        Box(100, 100, 60, 60, 20, 20).Values.AsSpan().CopyTo(mask.Values, (a, b) => Math.Max(a, b));

        Assert.Equal(2, MaskOutline.Path(mask, 300, 300).Count(c => c == 'M'));
    }

    [Fact]
    public void A_hole_has_a_line_too()
    {
        var mask = Box(100, 100, 10, 10, 80, 80);
        for (int y = 30; y < 60; y++)
        {
            mask.Values.AsSpan((y * 100) + 30, 30).Clear();
        }

        Assert.Equal(2, MaskOutline.Path(mask, 100, 100).Count(c => c == 'M'));
    }

    [Fact]
    public void A_mask_that_fills_the_photo_is_outlined_by_it()
    {
        var corners = Places(MaskOutline.Path(Box(50, 50, 0, 0, 50, 50), 500, 500));

        Assert.InRange(corners.Min(p => p.X), -6, 6);
        Assert.InRange(corners.Max(p => p.Y), 494, 506);
    }

    [Fact]
    public void A_speck_is_left_out() => Assert.Empty(MaskOutline.Path(Box(400, 400, 10, 10, 2, 2), 400, 400));

    [Fact]
    public void An_empty_mask_has_no_outline() => Assert.Empty(MaskOutline.Path(new Mask(9, 9, new byte[81]), 90, 90));

    [Fact]
    public void Two_pixels_that_meet_at_a_corner_do_not_lose_their_lines()
    {
        byte[] values = new byte[16];
        values[(1 * 4) + 1] = values[(2 * 4) + 2] = 255;

        string path = MaskOutline.Path(new Mask(4, 4, values), 400, 400);

        Assert.NotEmpty(path);
        Assert.EndsWith("Z", path, StringComparison.Ordinal);
    }

    static Mask Box(int width, int height, int left, int top, int across, int down)
    {
        var mask = new Mask(width, height, new byte[width * height]);
        for (int y = top; y < top + down; y++)
        {
            mask.Values.AsSpan((y * width) + left, across).Fill(255);
        }

        return mask;
    }

    static (double X, double Y)[] Places(string path) =>
    [
        .. Regex.Matches(path, @"[ML](-?[\d.]+) (-?[\d.]+)").Select(m =>
            (double.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture), double.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture))),
    ];
}

static class Spans
{
    /// <summary>Puts values into others, each as a function of both says.</summary>
    public static void CopyTo(this Span<byte> from, byte[] to, Func<byte, byte, byte> join)
    {
        for (int i = 0; i < to.Length; i++)
        {
            to[i] = join(from[i], to[i]);
        }
    }
}
