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
}
