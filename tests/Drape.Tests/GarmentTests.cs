using Drape.Colours;
using Drape.Garments;
using Drape.Imaging;
using Drape.Inference;

namespace Drape.Tests;

public sealed class GarmentTests
{
    [Fact]
    public void A_question_that_is_not_told_of_is_unclear()
    {
        var garment = Read("bag", sure: true, ("subCategory", "Bags"));

        Assert.Equal(new Dictionary<string, string> { ["subCategory"] = "Bags", ["season"] = Verdict.Unclear }, garment.Attributes);
    }

    [Theory]
    [InlineData(false, "Shoes", "Shoes")]
    [InlineData(false, Verdict.Unclear, null)]
    [InlineData(true, "Shoes", null)]
    public void The_kind_names_a_thing_whose_type_is_unclear(bool sure, string word, string? kind) =>
        Assert.Equal(kind, Read("boots", sure, ("subCategory", word)).KindName);

    [Fact]
    public void A_kind_that_is_the_name_of_a_type_in_question_is_not_told() =>
        Assert.Null(Read("dress", sure: false, ("subCategory", "Dress")).KindName);

    static Garment Read(string type, bool sure, (string Question, string Word) told)
    {
        var verdicts = new Dictionary<string, Verdict>
        {
            [GarmentVerdicts.TypeHead] = new([new ClassConfidence(type, 0.6)], sure ? 0 : 1),
            [GarmentVerdicts.PatternHead] = new([new ClassConfidence("solid", 0.9)], 0),
            [told.Question] = new([new ClassConfidence(told.Word, 0.9)], 0),
        };
        return Garment.Of(new GarmentFindings(new FoundGarment(null, 0, new Mask(4, 4, [.. Enumerable.Repeat(byte.MaxValue, 16)]), new PixelBox(0, 0, 4, 4), 4, 4),
            new GarmentVerdicts(verdicts, verdicts) { Untold = ["season"] }, new ColourReading("black", [new NamedColour("black", "#111111", 1, "black")])), 4, 4);
    }
}
