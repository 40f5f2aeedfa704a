using Drape.Imaging;

namespace Drape.Tests.Imaging;

public sealed class PhotoAnnotatorTests
{
    static readonly PixelImage Grey = Drawn.Picture(200, 150, (_, _) => (128, 128, 128));

    [Fact]
    public void The_original_is_left_alone()
    {
        byte[] before = [.. Grey.Pixels];

        PhotoAnnotator.Draw(Grey, [new Annotation(new PixelBox(20, 50, 100, 60), "shirt")]);

        Assert.Equal(before, Grey.Pixels);
    }

    [Fact]
    public void A_box_is_drawn_on_its_edge_and_not_inside()
    {
        var drawn = PhotoAnnotator.Draw(Grey, [new Annotation(new PixelBox(20, 50, 100, 60), "")]);

        Assert.NotEqual(128, drawn[20, 80][0]);
        Assert.NotEqual(128, drawn[119, 80][0]);
        Assert.NotEqual(128, drawn[70, 109][0]);
        Assert.Equal(128, drawn[70, 80][0]);
        Assert.Equal(128, drawn[10, 120][0]);
    }

    [Fact]
    public void A_label_has_light_letters_on_a_dark_ground()
    {
        var drawn = PhotoAnnotator.Draw(Grey, [new Annotation(new PixelBox(20, 50, 160, 60), "t-shirt 97 %")]);

        Assert.Contains(Lightness(drawn), l => l < 60);
        Assert.Contains(Lightness(drawn), l => l > 225);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(180, 0)]
    [InlineData(0, 140)]
    [InlineData(180, 140)]
    public void A_label_at_the_edge_stays_inside_the_picture(int x, int y)
    {
        var nothing = PhotoAnnotator.Draw(Grey, [new Annotation(new PixelBox(x, y, 20, 10), "")]);
        var drawn = PhotoAnnotator.Draw(Grey, [new Annotation(new PixelBox(x, y, 20, 10), "dress <&>")]);
        var middle = PhotoAnnotator.Draw(Grey, [new Annotation(new PixelBox(90, 70, 20, 10), "dress <&>")]);

        Assert.Equal(Letters(middle), Letters(drawn), Letters(middle) / 10.0);
        Assert.NotEqual(nothing.Pixels, drawn.Pixels);
    }

    [Fact]
    public void Labels_of_findings_in_one_place_do_not_cover_each_other()
    {
        Annotation[] three = [.. Enumerable.Range(0, 3).Select(_ => new Annotation(new PixelBox(60, 40, 80, 70), "jacket"))];

        int frame = Letters(PhotoAnnotator.Draw(Grey, [three[0] with { Label = "" }]));
        int letters = Letters(PhotoAnnotator.Draw(Grey, three[..1])) - frame;

        Assert.Equal(3 * letters, Letters(PhotoAnnotator.Draw(Grey, three)) - frame, letters / 2.0);
    }

    [Fact]
    public void A_label_wider_than_the_picture_is_written_smaller()
    {
        var drawn = PhotoAnnotator.Draw(Drawn.Picture(100, 100, (_, _) => (128, 128, 128)),
            [new Annotation(new PixelBox(10, 10, 60, 60), "long-sleeve-top 97 %")]);

        Assert.All(Enumerable.Range(0, 100), y => Assert.True(drawn[0, y][0] < 200 && drawn[99, y][0] < 200));
    }

    [Fact]
    public void What_a_mask_covers_keeps_its_colour_and_is_outlined()
    {
        var blue = Drawn.Picture(200, 150, (_, _) => (40, 40, 200));
        var drawn = PhotoAnnotator.Draw(blue, [new Annotation(new PixelBox(20, 50, 100, 60), "", Square(200, 150))]);

        Assert.True(Far(drawn[70, 80], blue[70, 80]) < 12);
        Assert.True(Far(drawn[20, 80], blue[20, 80]) > 40); // oxblood
    }

    [Fact]
    public void What_no_mask_covers_recedes_to_a_pale_gray()
    {
        var red = Drawn.Picture(200, 150, (_, _) => (200, 40, 40));
        var drawn = PhotoAnnotator.Draw(red, [new Annotation(new PixelBox(20, 50, 100, 60), "", Square(200, 150))]);
        var away = drawn[150, 140];

        Assert.True(away[0] - away[1] < (200 - 40) / 2);
        Assert.True(away[1] > 40 + 40);
    }

    [Fact]
    public void Where_masks_overlap_nothing_recedes() =>
        Assert.Equal(128, PhotoAnnotator.Draw(Grey,
        [
            new Annotation(new PixelBox(20, 50, 100, 60), "", Square(200, 150)),
            new Annotation(new PixelBox(60, 50, 100, 60), "", Square(200, 150, left: 60)),
        ])[90, 80][1], 12.0);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Without_anything_that_a_mask_covers_nothing_recedes(bool isMaskEmpty)
    {
        var annotation = new Annotation(new PixelBox(20, 50, 100, 60), "", isMaskEmpty ? new Mask(1, 1, [0]) : null);

        Assert.Equal(128, PhotoAnnotator.Draw(Grey, [annotation])[150, 140][0]);
    }

    [Fact]
    public void A_swatch_shows_its_colour_in_the_label_before_the_words()
    {
        var annotation = new Annotation(new PixelBox(100, 75, 1, 1), "t-shirt 97%", new Mask(1, 1, [0])); // no frame
        var plain = PhotoAnnotator.Draw(Grey, [annotation]);
        var drawn = PhotoAnnotator.Draw(Grey, [annotation with { Swatch = (20, 200, 40) }]);
        int[] green = [.. Columns(drawn, p => p[1] > 180 && p[0] < 60)];

        Assert.Empty(Columns(plain, p => p[1] > 180 && p[0] < 60));
        Assert.NotEmpty(green);
        // All letters stand behind it and its ring.
        int letters = Columns(plain, p => p[0] > 230).Count();
        Assert.Equal(letters, Columns(drawn, p => p[0] > 230).Count(x => x > green.Max() + 2), letters / 20.0);
    }

    [Fact]
    public void A_swatch_has_a_light_ring_for_it_may_be_of_the_labels_own_colour()
    {
        var drawn = PhotoAnnotator.Draw(Grey, [new Annotation(new PixelBox(100, 75, 1, 1), "t-shirt 97%", new Mask(1, 1, [0])) { Swatch = (20, 200, 40) }]);

        Assert.True(Columns(drawn, p => p[0] > 200 && p[1] > 200 && p[2] > 200).Min() < Columns(drawn, p => p[1] > 180 && p[0] < 60).Min());
    }

    static IEnumerable<int> Columns(PixelImage image, Func<byte[], bool> has) => Enumerable.Range(0, image.Width * image.Height)
        .Where(i => has(image[i % image.Width, i / image.Width].ToArray())).Select(i => i % image.Width);

    [Fact]
    public void A_swatch_is_left_out_where_the_words_would_be_cut()
    {
        var annotation = new Annotation(new PixelBox(5, 20, 50, 60), "leggings 94%") { Swatch = (20, 200, 40) };
        var narrow = Drawn.Picture(70, 100, (_, _) => (128, 128, 128));

        Assert.Equal(PhotoAnnotator.Draw(narrow, [annotation with { Swatch = null }]).Pixels, PhotoAnnotator.Draw(narrow, [annotation]).Pixels);
    }

    [Fact]
    public void Beside_a_mask_the_box_shows_its_corners_and_not_its_sides()
    {
        var drawn = PhotoAnnotator.Draw(Grey, [new Annotation(new PixelBox(10, 10, 180, 130), "", Square(200, 150))]);
        byte ground = drawn[3, 3][0];

        foreach (var (x, y) in ((int, int)[])[(10, 10), (189, 10), (10, 139), (189, 139), (16, 10), (189, 16)])
        {
            Assert.NotEqual(ground, drawn[x, y][0]);
        }

        Assert.Equal(ground, drawn[100, 10][0]);
        Assert.Equal(ground, drawn[10, 75][0]);
    }

    [Fact]
    public void In_a_panorama_lines_are_as_wide_as_in_a_picture_of_its_area()
    {
        Assert.Equal(FrameWidth(1600, 1600), FrameWidth(6400, 400));

        static int FrameWidth(int width, int height)
        {
            var drawn = PhotoAnnotator.Draw(Drawn.Picture(width, height, (_, _) => (128, 128, 128)),
                [new Annotation(new PixelBox(100, 100, 300, 200), "")]);
            return Enumerable.Range(0, 100).Count(x => drawn[100 + x, 200][0] != 128);
        }
    }

    [Fact]
    public void A_small_mask_is_stretched_over_the_picture()
    {
        var large = PhotoAnnotator.Draw(Grey, [new Annotation(new PixelBox(20, 50, 100, 60), "", Square(200, 150))]);
        var small = PhotoAnnotator.Draw(Grey, [new Annotation(new PixelBox(20, 50, 100, 60), "", Square(40, 30))]);

        Assert.Equal(large[70, 80].ToArray(), small[70, 80].ToArray());
        Assert.Equal(large[140, 80].ToArray(), small[140, 80].ToArray());
    }

    [Fact]
    public void Two_findings_have_two_tints()
    {
        var drawn = PhotoAnnotator.Draw(Grey,
        [
            new Annotation(new PixelBox(20, 50, 100, 60), "", Square(200, 150)),
            new Annotation(new PixelBox(140, 50, 50, 60), "", Square(200, 150, left: 140, width: 50)),
        ]);

        Assert.NotEqual(drawn[70, 80].ToArray(), drawn[165, 80].ToArray());
    }

    [Fact]
    public void Heat_glows_where_it_is_hot_and_fades_where_it_is_cold()
    {
        byte[] values = new byte[6 * 4];
        values[8] = 255; // second row, third of six columns
        var drawn = PhotoAnnotator.Heat(Grey, new Mask(6, 4, values));

        Assert.True(drawn[83, 56][0] > drawn[83, 56][2] + 40);
        Assert.InRange(drawn[190, 140][0] - drawn[190, 140][2], -4, 4);
        Assert.Equal(128, Grey[83, 56][0]);
    }

    /// <summary>A mask of the picture's 200 x 150 pixels at any size, full from 20, 50 to 120, 110.</summary>
    static Mask Square(int across, int down, int left = 20, int width = 100)
    {
        byte[] values = new byte[across * down];
        for (int i = 0; i < values.Length; i++)
        {
            double x = (i % across + 0.5) * 200 / across, y = (i / across + 0.5) * 150 / down;
            values[i] = (byte)(x > left && x < left + width && y is > 50 and < 110 ? 255 : 0);
        }

        return new Mask(across, down, values);
    }

    static int Far(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) =>
        Math.Max(Math.Abs(one[0] - other[0]), Math.Max(Math.Abs(one[1] - other[1]), Math.Abs(one[2] - other[2])));

    static IEnumerable<int> Lightness(PixelImage image) =>
        Enumerable.Range(0, image.Width * image.Height).Select(i => (int)image.Pixels[3 * i + 1]);

    /// <summary>How many pixels are letters: nothing else in these pictures is so light.</summary>
    static int Letters(PixelImage image) => Lightness(image).Count(l => l > 190);
}
