using Drape.Garments;
using Drape.Imaging;
using Drape.Inference;

namespace Drape.Tests.Garments;

public sealed class SuitsTests
{
    static readonly ModelHead Worn = new()
    {
        Name = GarmentVerdicts.TypeHead, Output = GarmentVerdicts.TypeHead, Classes = ["suit", "blazer", "trousers"],
        Roles = new Dictionary<string, IReadOnlyList<string>> { ["suit"] = ["suit"], ["trousers"] = ["trousers"] },
        Thresholds = [0.5, 0.5, 0.5],
    };

    [Fact]
    public void A_jacket_alone_is_no_suit_but_what_it_would_be_else()
    {
        var told = Agreed([Piece(0), Piece(0)], [Reading("suit", "blazer"), Reading("jeans", "trousers")], Worn);

        Assert.Equal(["blazer", "jeans"], told.Select(v => v.Type.Best.Class));
        Assert.Equal(1, told[0].Type.Ranked.Sum(c => c.Confidence), 1e-9);
        Assert.Equal(told[0].Type, told[0].Reported[GarmentVerdicts.TypeHead]);
    }

    [Fact]
    public void What_it_would_be_else_is_stated_from_a_confidence_of_its_own()
    {
        var worn = Agreed([Piece(0)], [Reading("suit", "blazer")], Worn with { Thresholds = [0.5, 1, 0.5] });

        Assert.Equal(("blazer", Verdict.Unclear), (worn[0].Type.Best.Class, worn[0].Type.Stated));
    }

    [Fact]
    public void Where_the_manifest_names_no_suits_there_are_none_to_doubt()
    {
        var told = Agreed([Piece(0)], [Reading("suit", "blazer")], Worn with { Roles = new Dictionary<string, IReadOnlyList<string>>() });

        Assert.Equal("suit", told[0].Type.Best.Class);
    }

    [Theory]
    [InlineData("suit", "trousers")]
    [InlineData("trousers", "suit")]
    public void A_jacket_with_trousers_is_a_suit(string best, string next)
    {
        var told = Agreed([Piece(0), Piece(0)], [Reading("suit", "blazer"), Reading(best, next)], Worn);

        Assert.Equal(["suit", best], told.Select(v => v.Type.Best.Class));
    }

    [Fact]
    public void Two_people_make_no_suit_together()
    {
        var told = Agreed([Piece(0), Piece(1)], [Reading("suit", "blazer"), Reading("suit", "trousers")], Worn);

        Assert.Equal(["blazer", "trousers"], told.Select(v => v.Type.Best.Class));
    }

    [Fact]
    public void A_suit_that_lies_on_a_bed_is_one() => Assert.Equal("suit",
        Agreed([Piece(null), Piece(null)], [Reading("suit", "blazer"), Reading("shirt", "blouse")], Worn)[0].Type.Best.Class);

    static IReadOnlyList<GarmentVerdicts> Agreed(IReadOnlyList<FoundGarment> places, IReadOnlyList<GarmentVerdicts> verdicts, ModelHead types) =>
        new Suits(_ => types).Agree(places, verdicts);

    static FoundGarment Piece(int? person) => new(null, person, new Mask(1, 1, [255]), new PixelBox(0, 0, 1, 1), 1, 1);

    static GarmentVerdicts Reading(string best, string next)
    {
        var heads = new Dictionary<string, Verdict>
        {
            [GarmentVerdicts.TypeHead] = new([new ClassConfidence(best, 0.6), new ClassConfidence(next, 0.4)], 0.5),
        };
        return new GarmentVerdicts(heads, heads);
    }
}
