using Drape.Server.Eva;

namespace Drape.Server.Tests.Eva;

public class SpeechTests
{
    [Fact]
    public void She_names_the_garments_from_head_to_foot() =>
        Assert.Contains("navy blazer and white jeans", Said(DressedLook.Smart(), "garments").Text, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void In_korean_too() => Assert.Contains("남색 블레이저, 흰 청바지", Said(DressedLook.Smart(), "garments", "ko").Text, StringComparison.Ordinal);

    [Fact]
    public void She_says_what_she_reads_how_surely_and_which_garment_tells_her()
    {
        string said = Said(DressedLook.Smart(), "style").Text;

        Assert.Contains("business casual", said, StringComparison.Ordinal);
        Assert.Matches("lean towards|might not", said);
        Assert.DoesNotContain(" sure", said, StringComparison.Ordinal);
        Assert.Contains("navy blazer", said, StringComparison.Ordinal);
        Assert.Contains("The white jeans pull it towards casual", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.85, "sure")]
    [InlineData(0.75, "fairly sure")]
    [InlineData(0.65, "")]
    public void Her_words_are_as_sure_as_the_network(double confidence, string words)
    {
        string said = Said(Dressed(confidence), "style").Text;

        Assert.Equal(confidence < 0.7, !said.Contains("sure", StringComparison.Ordinal));
        Assert.Equal(confidence is >= 0.7 and < 0.8, said.Contains("fairly sure", StringComparison.Ordinal));
        Assert.Contains(words, said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_style_that_is_not_stated_becomes_a_question_with_two_answers()
    {
        var remark = Said(DressedLook.Smart().StatedFrom(0.7), "style");

        Assert.Contains("business casual and casual", remark.Text, StringComparison.Ordinal);
        Assert.EndsWith("?", remark.Text, StringComparison.Ordinal);
        Assert.Equal(["business-casual", "casual"], remark.Choices!.Select(c => c.Value));
        Assert.All(remark.Choices!, c => Assert.Contains(c.Text, c.Reply, StringComparison.Ordinal));
    }

    [Fact]
    public void A_garment_that_is_unclear_becomes_a_question_about_that_garment()
    {
        var remark = Said(DressedLook.Smart().Wearing("unclear", "gray", "#888888", 0.3, alternatives: ["cardigan", "jacket"]), "question");

        Assert.Contains("Is it a cardigan or a jacket?", remark.Text, StringComparison.Ordinal);
        Assert.Equal((2, 2), (remark.Garment!.Value, remark.Choices!.Count));
        Assert.Contains("cardigan", remark.Choices![0].Reply, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_may_be_anything_is_not_asked() => Assert.DoesNotContain(
        Speak(DressedLook.Smart().Wearing("unclear", "gray", "#888888", 0.2, alternatives: ["cardigan", "jacket"], either: 0.4)),
        r => r.About == "question");

    [Fact]
    public void What_only_a_catalog_has_a_word_for_is_called_by_it_and_not_asked_about()
    {
        var look = new DressedLook().Wearing("unclear", "black", "#181818", 0.36, person: null, alternatives: ["underwear", "hat"], article: "Wallets");

        Assert.Contains("“Wallets”", Said(look, "garments").Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Speak(look), r => r.About == "question");
    }

    [Fact]
    public void What_only_a_catalog_has_a_word_for_is_called_by_it_in_her_language() => Assert.Contains("‘지갑’", Said(
        new DressedLook().Wearing("unclear", "black", "#181818", 0.36, person: null, alternatives: ["underwear", "hat"], article: "Wallets"),
        "garments", "ko").Text, StringComparison.Ordinal);

    [Fact]
    public void What_may_be_one_of_many_of_a_kind_is_called_by_its_kind() => Assert.Contains("“Shoes”", Said(
        new DressedLook().Wearing("unclear", "black", "#181818", 0.2, person: null, alternatives: ["boots", "sneakers"], either: 0.4, kind: "Shoes"),
        "garments").Text, StringComparison.Ordinal);

    [Fact]
    public void Colours_are_named_that_the_relation_is_about()
    {
        var look = new DressedLook().Wearing("coat", "navy", "#1b2238").Wearing("trousers", "red", "#b3202c")
            .Wearing("sweater", "blue", "#3d6fc4").Reads("street", 0.6, 0).Reads("casual", 0.2, 1);

        string said = Said(look, "colours").Text;

        Assert.Contains("red", said, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("blue", said, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_is_clear_is_not_asked() => Assert.DoesNotContain(Speak(DressedLook.Smart()), r => r.Choices is not null);

    [Fact]
    public void One_piece_on_its_own_has_a_sureness_and_colours_to_wear_it_with_but_no_style()
    {
        var look = new DressedLook().Wearing("shirt", "navy", "#1f2a4d", 0.97, person: null);

        Assert.Contains("navy shirt", Said(look, "garments").Text, StringComparison.Ordinal);
        Assert.Contains("no style yet", Said(look, "style").Text, StringComparison.Ordinal);
        Assert.Contains("white, beige or gray", Said(look, "suggestion").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Colours_that_contrast_are_named()
    {
        var look = new DressedLook().Wearing("sweater", "blue", "#2c5fbb").Wearing("trousers", "orange", "#d9822b")
            .Reads("street", 0.6, 0).Reads("casual", 0.2, 1);

        string said = Said(look, "colours").Text;

        Assert.Contains("blue", said, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("orange", said, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_people_behind_are_left_alone()
    {
        string said = Said(DressedLook.Smart().Wearing("dress", "red", "#b02030", person: 1), "garments").Text;

        Assert.Contains("in front", said, StringComparison.Ordinal);
        Assert.DoesNotContain("dress", said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_least_sure_garment_is_admitted()
    {
        string said = Said(DressedLook.Smart().Wearing("belt", "brown", "#6b4a32", 0.4), "garments").Text;

        Assert.Contains("the brown belt.", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_photo_without_a_garment_gets_advice_and_nothing_else() =>
        Assert.Contains("step back", Assert.Single(Speak(new DressedLook())).Text, StringComparison.Ordinal);

    [Fact]
    public void Where_there_is_no_garment_she_claims_to_see_nobody_either() => Assert.DoesNotContain(
        "somebody", Said(new DressedLook(), "garments").Text, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void The_same_photo_is_told_the_same() =>
        Assert.Equal(Speak(DressedLook.Smart()).Select(r => r.Text), Speak(DressedLook.Smart()).Select(r => r.Text));

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    public void Whatever_is_worn_every_word_is_found_and_every_sentence_ends(string language)
    {
        string[] types = ["t-shirt", "jeans", "eyewear", "unclear", "other", "formal-shoes", "long-sleeve-top"];
        string[] colours = ["black", "white", "red", "multicolor", "navy", "yellow", "green"];
        string[] hexes = ["#101010", "#f5f5f5", "#c02020", "#808080", "#1f2a4d", "#e3c21c", "#3a8f3a"];
        for (int i = 0; i < types.Length; i++)
        {
            for (int j = 0; j < colours.Length; j++)
            {
                var look = new DressedLook()
                    .Wearing(types[i], colours[j], hexes[j], 0.3 + (0.1 * j), "striped", 0, ["coat", "jacket"])
                    .Wearing("skirt", colours[(i + j) % colours.Length], hexes[(i + j) % hexes.Length], 0.8, "floral")
                    .Reads("retro", 0.3 + (0.08 * j), 0).Reads("mode", 0.2, 1);
                Assert.All(Speak(look, language), remark =>
                {
                    Assert.Matches(@"[.?!]$", remark.Text);
                    Assert.DoesNotMatch(@"[{}|]|\bundefined\b|  ", remark.Text);
                });
            }
        }
    }

    static DressedLook Dressed(double confidence) => new DressedLook().Wearing("blazer", "navy", "#1f2a4d")
        .Wearing("jeans", "white", "#f0efec").Reads("preppy", confidence, null).Reads("casual", 0.1, null);

    static IReadOnlyList<Remark> Speak(DressedLook look, string language = "en")
    {
        var (reading, findings) = look.Seen();
        return Speech.Of(Look.Of(reading, findings), language);
    }

    static Remark Said(DressedLook look, string about, string language = "en") =>
        Assert.Single(Speak(look, language), r => r.About == about);
}
