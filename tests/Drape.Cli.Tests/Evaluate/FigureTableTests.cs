using Drape.Cli.Evaluate;

namespace Drape.Cli.Tests.Evaluate;

public class FigureTableTests
{
    [Fact]
    public void Classes_come_by_their_count_with_the_share_that_was_right()
    {
        var table = new FigureTable();
        table.AddTop1("type", [new("b", ["b"], 1), new("a", ["a"], 1), new("a", ["b"], 1), new("a", ["a"], 1)]);

        var report = table.Report("closet", 4);

        Assert.Equal(0.75, report.Figures["type.top1"]);
        Assert.Equal(["a", "b"], report.PerClass["type"].Keys);
        Assert.Equal((3, 0.6667), (report.PerClass["type"]["a"].Count, report.PerClass["type"]["a"].Figures["top1"]));
    }

    [Fact]
    public void A_question_without_labels_has_no_figure()
    {
        var table = new FigureTable();
        table.AddTop1("type", []);
        table.AddTop3("type", []);
        table.AddCalibration("type", []);

        Assert.Empty(table.Report("closet", 0).Figures);
        Assert.Empty(table.Report("closet", 0).PerClass);
    }

    [Fact]
    public void Of_answers_that_are_stated_the_share_and_its_precision_are_told()
    {
        var table = new FigureTable();
        table.AddStated("type",
        [
            new("a", ["a"], 0.9) { Sure = true }, new("a", ["b"], 0.8) { Sure = true }, new("a", ["a"], 0.2), new("b", ["a"], 0.1),
        ]);

        var figures = table.Report("closet", 4).Figures;

        Assert.Equal((0.5, 0.5), (figures["type.stated"], figures["type.stated.precision"]));
    }

    [Fact]
    public void Where_nothing_is_stated_there_is_no_precision()
    {
        var table = new FigureTable();
        table.AddStated("type", [new("a", ["a"], 0.2)]);

        Assert.Equal(["type.stated"], table.Report("closet", 1).Figures.Keys);
    }
}
