using Drape.Cli.Analyze;
using Drape.Inference;

namespace Drape.Cli.Tests.Analyze;

public sealed class OverlayDrawingTests
{
    [Fact]
    public void A_garment_is_called_by_its_type_and_how_sure_that_is() =>
        Assert.Equal("t-shirt 97%", OverlayDrawing.LabelOf(Readings.Shirt));

    [Fact]
    public void A_type_that_is_not_sure_is_a_question() =>
        Assert.Equal("polo?", Label(new TypeAlternative("polo", 0.4)));

    [Fact]
    public void Where_nothing_is_near_the_garment_is_unclear() => Assert.Equal("unclear", Label());

    [Fact]
    public void What_a_garment_hardly_is_is_no_question() => Assert.Equal("unclear", Label(new TypeAlternative("hat", 0.02)));

    [Theory]
    [InlineData("Watches", "Watches")]
    [InlineData("unclear", "unclear")]
    public void A_thing_without_a_type_is_called_what_a_catalog_calls_it(string word, string label) =>
        Assert.Equal(label, OverlayDrawing.LabelOf(Readings.Shirt with
        {
            Type = Verdict.Unclear, Alternatives = [], Attributes = new Dictionary<string, string> { ["articleType"] = word },
        }));

    [Fact]
    public void Rather_that_than_a_guess_at_a_type() => Assert.Equal("Watches", OverlayDrawing.LabelOf(Readings.Shirt with
    {
        Type = Verdict.Unclear, Alternatives = [new("hat", 0.6)], Attributes = new Dictionary<string, string> { ["articleType"] = "Watches" },
    }));

    static string Label(params TypeAlternative[] alternatives) =>
        OverlayDrawing.LabelOf(Readings.Shirt with
        {
            Type = Verdict.Unclear, Alternatives = alternatives, Attributes = new Dictionary<string, string>(),
        });
}
