using Drape.Cli.Evaluate;
using Drape.Cli.Evaluate.Sets;

namespace Drape.Cli.Tests.Evaluate.Sets;

public sealed class StreetTagsTests
{
    static readonly StreetTags _tags = new(new Dictionary<string, IReadOnlyList<string>>
    {
        ["footwear"] = ["boots", "heels", "pumps", "shoes"],
        ["bag"] = ["bag", "purse"],
        ["jacket"] = ["jacket", "blazer", "suit"],
    });

    [Theory]
    [InlineData("boots", "boots", true)]
    [InlineData("pumps", "heels", true)] // by another name
    [InlineData("pumps", "boots", false)]
    [InlineData("purse", "bag", true)] // a group that has no types
    [InlineData("boots", "bag", false)]
    [InlineData("suit", "blazer", true)] // its jacket
    [InlineData("suit", "jacket", false)]
    [InlineData("blazer", "suit", false)]
    public void A_photos_tags_bear_out_what_is_said_or_not(string tag, string said, bool right) =>
        Assert.Equal(right, Assert.Single(Judged([tag], said)).IsWithin(1));

    [Theory]
    [InlineData("shoes", "boots")] // of whatever kind
    [InlineData("boots", "polo")] // of which no tag tells
    public void What_tags_cannot_decide_is_not_judged(string tag, string said) => Assert.Empty(Judged([tag], said));

    [Fact]
    public void A_tag_of_the_kind_decides_beside_one_of_whatever_kind() =>
        Assert.True(Assert.Single(Judged(["shoes", "boots"], "boots")).IsWithin(1));

    [Fact]
    public void Figures_tell_by_what_was_said_how_much_is_stated_and_how_much_of_that_is_right()
    {
        var figures = new FigureTable();
        StreetTags.AddTo(figures, "tagged", [.. Judged(["boots"], "boots", 0.9), .. Judged(["pumps"], "boots", 0.4), .. Judged(["boots"], "boots", 0.4)]);
        var report = figures.Report("street", 3);

        Assert.Equal((0.6667, 0.3333, 1.0), (report.Figures["tagged.type.top1"], report.Figures["tagged.type.stated"],
            report.Figures["tagged.type.stated.precision"]));
        Assert.Equal(["boots"], report.PerClass["tagged.type"].Keys);
        Assert.Equal([("boots", 0.9, true), ("boots", 0.4, false), ("boots", 0.4, true)],
            report.Answers["tagged.type"].Select(a => (a.Answer, a.Confidence, a.Right)));
    }

    [Fact]
    public void Groups_without_types_have_figures_of_their_own()
    {
        var figures = new FigureTable();
        StreetTags.AddTo(figures, "tagged", [.. Judged(["purse"], "bag"), .. Judged(["pumps"], "boots")]);
        var report = figures.Report("street", 2);

        Assert.Equal((1.0, 0.0), (report.Figures["tagged.group.top1"], report.Figures["tagged.type.top1"]));
    }

    [Fact]
    public void Without_answers_there_are_no_figures()
    {
        var figures = new FigureTable();
        StreetTags.AddTo(figures, "tagged", []);

        Assert.Empty(figures.Report("street", 0).Figures);
    }

    static IEnumerable<Ranking> Judged(string[] tags, string said, double confidence = 0.9) =>
        _tags.Judge(new StreetRow("0001", tags, Masked: false), [SaidOf.Garment(said, confidence)]);
}
