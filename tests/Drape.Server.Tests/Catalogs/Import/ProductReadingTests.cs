using Drape.Imaging;
using Drape.Server.Catalogs.Import;

namespace Drape.Server.Tests.Catalogs.Import;

public class ProductReadingTests
{
    [Theory]
    [InlineData("Slim jeans", null, 1)]
    [InlineData(null, "JEANS", 1)]
    [InlineData("Shirts", null, 0)]
    [InlineData("White sneaker", "Shoes", 2)]
    [InlineData("청바지 슬림", null, 1)]
    [InlineData("Linen summer wonder", null, 0)]
    [InlineData("Casual Shoes for men", null, 2)]
    [InlineData(null, null, 0)]
    public void The_garment_that_the_shops_words_name_is_meant(string? name, string? category, int meant)
    {
        Garment[] outfit = [Worn("shirt", "Shirts"), Worn("jeans", "Jeans"), Worn("sneakers", "Casual Shoes")];

        Assert.Equal(meant, ProductReading.Meant(outfit, Row(name, category)));
    }

    [Fact]
    public void What_the_networks_are_not_sure_of_names_nothing() =>
        Assert.Equal(0, ProductReading.Meant([Worn("shirt", "Shirts"), Worn("jeans", "unclear")], Row("unclear", null)));

    [Fact]
    public void Where_nothing_was_found_nothing_is_meant() => Assert.Equal(-1, ProductReading.Meant([], Row("shirt", null)));

    static ProductRow Row(string? name, string? category) =>
        new() { Key = "A1", Picture = "a.jpg", Place = "line 2", Name = name, Category = category };

    static Garment Worn(string type, string article) => new()
    {
        Type = type,
        Confidence = 0.9,
        Person = 0,
        Box = new PixelBox(0, 0, 10, 10),
        Colour = "navy",
        ColourConfidence = 0.9,
        Colours = [],
        Pattern = "solid",
        PatternConfidence = 0.9,
        Attributes = new Dictionary<string, string> { ["articleType"] = article },
        Alternatives = [],
    };
}
