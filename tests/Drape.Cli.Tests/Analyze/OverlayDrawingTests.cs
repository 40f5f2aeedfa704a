using Drape.Cli.Analyze;
using Drape.Inference;

namespace Drape.Cli.Tests.Analyze;

public sealed class OverlayDrawingTests
{
    [Fact]
    public void A_garment_is_called_by_its_type_and_how_sure_that_is() =>
        Assert.Equal("t-shirt 97%", OverlayDrawing.LabelOf(Readings.Shirt));

    [Fact]
    public void A_type_that_is_likely_but_not_sure_is_a_question() =>
        Assert.Equal("polo?", Label(new TypeAlternative("polo", 0.6)));

    [Theory]
    [InlineData("Topwear", "topwear")]
    [InlineData("unclear", "unclear")]
    public void Of_one_that_is_less_likely_the_kind_is_told(string kind, string label) =>
        Assert.Equal(label, OverlayDrawing.LabelOf(Readings.Shirt with
        {
            Type = Verdict.Unclear, Alternatives = [new("polo", 0.4)], Attributes = new Dictionary<string, string> { ["subCategory"] = kind },
        }));

    [Fact]
    public void Where_nothing_is_near_the_garment_is_unclear() => Assert.Equal("unclear", Label());

    [Fact]
    public void What_a_garment_hardly_is_is_no_question() => Assert.Equal("unclear", Label(new TypeAlternative("hat", 0.02)));

    [Theory]
    [InlineData("Watches", "watches")]
    [InlineData("unclear", "unclear")]
    public void A_thing_without_a_type_is_called_what_a_catalog_calls_it(string word, string label) =>
        Assert.Equal(label, OverlayDrawing.LabelOf(Readings.Shirt with
        {
            Type = Verdict.Unclear, Alternatives = [], Attributes = new Dictionary<string, string> { ["articleType"] = word },
        }));

    [Fact]
    public void Rather_that_than_a_guess_at_a_type() => Assert.Equal("watches", OverlayDrawing.LabelOf(Readings.Shirt with
    {
        Type = Verdict.Unclear, Alternatives = [new("hat", 0.6)], Attributes = new Dictionary<string, string> { ["articleType"] = "Watches" },
    }));

    [Fact]
    public void The_swatch_is_the_measured_colour_that_goes_by_the_main_name() =>
        Assert.Equal(((byte)0x10, (byte)0x20, (byte)0x60), OverlayDrawing.SwatchOf(Readings.Shirt with
        {
            Colour = "navy", Colours = [new("gray", "#808080", 0.6, "ash"), new("navy", "#102060", 0.4, "midnight blue")],
        }));

    [Fact]
    public void A_name_that_rests_on_a_sliver_does_not_give_the_swatch() =>
        Assert.Equal(((byte)0x80, (byte)0x80, (byte)0x80), OverlayDrawing.SwatchOf(Readings.Shirt with
        {
            Colour = "navy", Colours = [new("gray", "#808080", 0.95, "ash"), new("navy", "#102060", 0.05, "midnight blue")],
        }));

    [Fact]
    public void Of_what_no_colour_rules_it_is_the_largest_share() =>
        Assert.Equal(((byte)0x80, (byte)0x80, (byte)0x80), OverlayDrawing.SwatchOf(Readings.Shirt with
        {
            Colour = "multicolor", Colours = [new("gray", "#808080", 0.6, "ash"), new("navy", "#102060", 0.4, "midnight blue")],
        }));

    static string Label(params TypeAlternative[] alternatives) =>
        OverlayDrawing.LabelOf(Readings.Shirt with
        {
            Type = Verdict.Unclear, Alternatives = alternatives, Attributes = new Dictionary<string, string>(),
        });
}
