using Drape.Store.Closets;

namespace Drape.Store.Tests.Closets;

public sealed class ClosetDetailsTests
{
    static readonly ClosetDetails Plain = new() { Type = "t-shirt", Colour = "navy", Pattern = "solid" };

    [Fact]
    public void An_empty_text_says_nothing() => Assert.Equal(Plain, Plain with { Name = "", Brand = "  ", Currency = "" });

    [Fact]
    public void A_text_is_kept_without_what_is_around_it() => Assert.Equal("Own", (Plain with { Brand = " Own " }).Brand);

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void A_level_goes_from_one_to_five(int level) =>
        Assert.Throws<ArgumentException>(() => Plain with { Warmth = level });

    [Fact]
    public void A_colour_is_one_of_the_names() => Assert.Throws<ArgumentException>(() => Plain with { Colour = "navy-ish" });

    [Fact]
    public void A_season_is_one_of_four() => Assert.Throws<ArgumentException>(() => Plain with { Season = "monsoon" });

    [Theory]
    [InlineData("eur")]
    [InlineData("EURO")]
    [InlineData("€")]
    public void A_currency_is_three_capital_letters(string currency) =>
        Assert.Throws<ArgumentException>(() => Plain with { Currency = currency });

    [Theory]
    [InlineData(-1)]
    [InlineData(0.00001)]
    [InlineData(1e10)]
    public void A_price_that_cannot_be_kept_is_refused(double price) =>
        Assert.Throws<ArgumentException>(() => Plain with { Price = (decimal)price });

    [Fact]
    public void Notes_have_an_end() => Assert.Throws<ArgumentException>(() => Plain with { Notes = new string('a', 2001) });
}
