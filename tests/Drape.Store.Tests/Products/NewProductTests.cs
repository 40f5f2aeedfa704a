using Drape.Store.Products;

namespace Drape.Store.Tests.Products;

public sealed class NewProductTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\0b")]
    public void A_key_that_cannot_be_kept_is_refused(string key) =>
        Assert.Throws<ArgumentException>(() => new NewProduct { Key = key });

    [Fact]
    public void A_key_with_half_a_character_is_refused() =>
        Assert.Throws<ArgumentException>(() => new NewProduct { Key = "a\uD800" });

    [Fact]
    public void A_key_of_more_than_200_characters_is_refused() =>
        Assert.Throws<ArgumentException>(() => new NewProduct { Key = new string('k', 201) });

    [Theory]
    [InlineData("-0.01")]
    [InlineData("0.00001")]
    [InlineData("1000000000000")]
    public void A_price_that_cannot_be_kept_exactly_is_refused(string price) => Assert.Throws<ArgumentException>(() =>
        new NewProduct { Key = "k", Price = decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture) });

    [Theory]
    [InlineData("0")]
    [InlineData("0.0001")]
    [InlineData("12.50000000")]
    [InlineData("999999999999.9999")]
    public void A_price_with_four_decimals_is_kept(string price)
    {
        decimal amount = decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(amount, new NewProduct { Key = "k", Price = amount }.Price);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(0f)]
    public void An_embedding_that_points_nowhere_is_refused(float value) => Assert.Throws<ArgumentException>(() =>
        new NewProduct { Key = "k", Embedding = [(Half)value, (Half)value] });

    [Fact]
    public void A_name_in_a_language_without_a_code_is_refused() => Assert.Throws<ArgumentException>(() =>
        new NewProduct { Key = "k", Names = new Dictionary<string, string> { [""] = "shirt" } });
}
