namespace Drape.Tests.Garments;

public sealed class ParsedPhotoTests
{
    [Fact]
    public void Labels_at_another_size_show_the_same_scene()
    {
        using var photo = new Scene().With(Scene.Shirt, 20, 30, 50, 40).Parse();

        byte[] labels = photo.LabelsAt(192, 288);

        Assert.Equal("shirt", photo.Groups[labels[100 * 192 + 90]]);
        Assert.Equal("background", photo.Groups[labels[200 * 192 + 90]]);
        Assert.Equal(100 * 80, labels.Count(l => photo.Groups[l] == "shirt"));
    }

    [Fact]
    public void The_upper_part_by_itself_shows_what_is_in_it()
    {
        using var photo = new Scene().With(Scene.Shirt, 20, 30, 50, 60).With(Scene.Trousers, 20, 90, 50, 40, sureness: 2).Parse();

        using var above = photo.Above(0.7);

        Assert.Equal((96, 101), (above.Width, above.Height));
        Assert.Equal(photo.Labels[..(96 * 101)].ToArray(), above.Labels.ToArray());
        Assert.Equal(photo.Probability(4, photo.Place(30, 95)), above.Probability(4, above.Place(30, 95)));
    }

    [Theory]
    [InlineData(6, false)] // a speck of 36 in 10036
    [InlineData(7, true)]
    public void Shoes_are_seen_where_there_are_more_than_specks_of_them(int side, bool seen)
    {
        using var photo = new Scene(width: 200).With(Scene.Shirt, 0, 0, 100, 100).With(Scene.Footwear, 150, 110, side, side).Parse();

        Assert.Equal(seen, photo.ShowsShoes());
    }

    [Fact]
    public void The_groups_soft_masks_sum_to_one_at_every_place()
    {
        using var photo = new Scene().With(Scene.Shirt, 20, 30, 50, 40, sureness: 1).Parse();

        var masks = Enumerable.Range(0, photo.Groups.Count).Select(photo.Soft).ToArray();

        Assert.All(Enumerable.Range(0, masks[0].Values.Length), i => Assert.InRange(masks.Sum(m => m.Values[i]), 250, 260));
    }
}
