using Drape.Cli.CommandLine;
using Drape.Cli.Evaluate.Sets;
using Drape.Imaging;

namespace Drape.Cli.Tests.Evaluate.Sets;

public class LabelMaskTests
{
    static readonly string[] Groups = ["background", "footwear"];

    [Fact]
    public void Every_gray_value_is_read_exactly()
    {
        string[] labels = [.. Enumerable.Range(0, 200).Select(i => $"label {i}")];
        byte[] values = [.. Enumerable.Range(0, 200).Select(i => (byte)i)];

        var (width, height, read) = new LabelMask(labels, labels, new Dictionary<string, IReadOnlyList<string>>())
            .Read(GrayPng.Of(20, values));

        Assert.Equal((20, 10), (width, height));
        Assert.Equal(values, read);
    }

    [Fact]
    public void Labels_become_the_group_they_were_merged_into_and_others_are_untold()
    {
        var mask = new LabelMask(["null", "boots", "ring", "heels"], Groups, new Dictionary<string, IReadOnlyList<string>>
        {
            ["background"] = ["null"],
            ["footwear"] = ["boots", "heels"],
        });

        Assert.Equal([0, 1, LabelMask.Untold, 1], mask.Read(GrayPng.Of(4, [0, 1, 2, 3])).Groups);
    }

    [Fact]
    public void A_value_without_a_label_is_refused() => Assert.Contains("0 to 1", Assert.Throws<PhotoException>(
        () => Plain().Read(GrayPng.Of(1, [2]))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_coloured_mask_is_refused()
    {
        byte[] red = PhotoEncoder.Encode(new PixelImage(1, 1, [1, 0, 0]), PhotoFormat.Png);

        Assert.Contains("1, 0, 0", Assert.Throws<PhotoException>(() => Plain().Read(red)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_that_no_group_knows_are_wrong_use() => Assert.Throws<WrongUseException>(
        () => new LabelMask(["cat", "dog"], Groups, new Dictionary<string, IReadOnlyList<string>>()));

    static LabelMask Plain() => new(Groups, Groups, new Dictionary<string, IReadOnlyList<string>>());
}
