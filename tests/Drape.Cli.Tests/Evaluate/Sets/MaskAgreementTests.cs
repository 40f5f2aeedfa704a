using Drape.Cli.Evaluate;
using Drape.Cli.Evaluate.Sets;
using Drape.Imaging;

namespace Drape.Cli.Tests.Evaluate.Sets;

public class MaskAgreementTests
{
    const byte Untold = LabelMask.Untold;
    static readonly string[] Names = ["ground", "coat", "shoe"];

    readonly MaskAgreement _agreement = new(3);

    [Fact]
    public void Accuracy_is_the_share_of_told_pixels_that_are_right()
    {
        _agreement.AddPixels([0, 1, 1, 2], [0, 0, 1, Untold]);

        Assert.Equal(0.6667, Report().Figures["pixel.accuracy"]);
    }

    [Fact]
    public void A_groups_overlap_is_intersection_over_union_of_told_pixels()
    {
        _agreement.AddPixels([1, 1, 1, 0, 1], [1, 1, 0, 1, Untold]);

        Assert.Equal(0.5, Report().PerClass["groups"]["coat"].Figures["iou"]); // 2 of 4
    }

    [Fact]
    public void The_mean_is_over_groups_that_enough_photos_show()
    {
        _agreement.AddPixels([0, 1, 2], [0, 1, 1]); // coat 1 of 2
        _agreement.AddPixels([0, 1, 2], [0, 1, 2]); // shoe in this one only

        Assert.Equal(0.8333, Report(fewPhotos: 2).Figures["mean.iou"]); // ground 1, coat 2/3
    }

    [Fact]
    public void Where_no_group_is_shown_often_enough_there_is_no_mean()
    {
        _agreement.AddPixels([0], [0]);

        Assert.False(Report(fewPhotos: 2).Figures.ContainsKey("mean.iou"));
    }

    [Theory]
    [InlineData(1, 0, 10, 1)] // the same box
    [InlineData(1, 0, 20, 1)] // half of the union
    [InlineData(1, 0, 21, 0)] // less
    [InlineData(2, 0, 10, 0)] // of another group
    public void A_garment_is_found_where_a_claim_of_its_group_has_half_of_the_union(int group, int x, int width, double recall)
    {
        _agreement.AddGarments([(group, new PixelBox(x, 0, width, 10))], [(1, new PixelBox(0, 0, 10, 10))]);

        Assert.Equal(recall, Report().Figures["garments.recall"]);
    }

    [Fact]
    public void A_garment_is_found_once()
    {
        var box = new PixelBox(0, 0, 10, 10);
        _agreement.AddGarments([(1, box), (1, box)], [(1, box)]);

        Assert.Equal((1, 0.5), (Report().Figures["garments.recall"], Report().Figures["garments.precision"]));
    }

    [Fact]
    public void A_claim_of_no_group_is_wrong()
    {
        var box = new PixelBox(0, 0, 10, 10);
        _agreement.AddGarments([(1, box), (MaskAgreement.NoGroup, box)], [(1, box)]);

        Assert.Equal(0.5, Report().Figures["garments.precision"]);
    }

    [Fact]
    public void A_garment_called_by_another_name_is_boxed_all_the_same()
    {
        PixelBox left = new(0, 0, 10, 10), right = new(6, 0, 10, 10);
        _agreement.AddGarments([(2, right), (1, left), (1, left)], [(1, left), (1, right)]);

        Assert.Equal((0.5, 1), (Report().Figures["garments.recall"], Report().Figures["boxes.recall"]));
        Assert.Equal(0.6667, Report().Figures["boxes.precision"]);
    }

    [Fact]
    public void Photos_add_up()
    {
        var other = new MaskAgreement(3);
        other.AddPixels([0, 0], [0, 1]);
        other.AddGarments([(2, new PixelBox(0, 0, 1, 1))], [(1, new PixelBox(0, 0, 1, 1))]);
        _agreement.AddPixels([0, 0], [0, 0]);
        _agreement.Add(other);

        Assert.Equal((0.75, 0), (Report().Figures["pixel.accuracy"], Report().Figures["garments.precision"]));
        Assert.Equal(1, Report().Figures["boxes.recall"]);
    }

    [Fact]
    public void A_masks_garments_are_the_groups_to_wear_that_take_a_thousandth_of_the_photo()
    {
        byte[] truth = new byte[2000];
        truth[0] = 1; // half a thousandth
        truth[45] = truth[86] = 2; // x 5 and 6, y 1 and 2

        var garments = MaskAgreement.Garments(truth, 40, [false, true, true]);

        Assert.Equal([(2, new PixelBox(5, 1, 2, 2))], garments);
    }

    EvaluationReport Report(int fewPhotos = 1)
    {
        var figures = new FigureTable();
        _agreement.Report(figures, Names, fewPhotos);
        return figures.Report("outfits", 1);
    }
}
