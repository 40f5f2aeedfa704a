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
    public void The_groups_soft_masks_sum_to_one_at_every_place()
    {
        using var photo = new Scene().With(Scene.Shirt, 20, 30, 50, 40, sureness: 1).Parse();

        var masks = Enumerable.Range(0, photo.Groups.Count).Select(photo.Soft).ToArray();

        Assert.All(Enumerable.Range(0, masks[0].Values.Length), i => Assert.InRange(masks.Sum(m => m.Values[i]), 250, 260));
    }
}
