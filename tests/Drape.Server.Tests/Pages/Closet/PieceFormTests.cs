using System.Globalization;
using Drape.Server.Pages.Closet;
using Drape.Store.Closets;

namespace Drape.Server.Tests.Pages.Closet;

public sealed class PieceFormTests
{
    static readonly ClosetDetails Shirt = new() { Type = "shirt", Colour = "navy", Pattern = "solid" };

    [Theory]
    [InlineData("39.90", "EUR", "39.90", "EUR")]
    [InlineData("39,90", "EUR", "39.90", "EUR")]
    [InlineData("59,000", "KRW", "59000", "KRW")]
    [InlineData("59.000", "KRW", "59000", "KRW")]
    [InlineData("59 000", "krw", "59000", "KRW")]
    [InlineData("₩59,000", "EUR", "59000", "KRW")]
    [InlineData("1,299", "EUR", "1299", "EUR")]
    [InlineData("1.299,90", "EUR", "1299.90", "EUR")]
    [InlineData("1,299.90", "USD", "1299.90", "USD")]
    public void A_price_is_read_as_people_write_it(string written, string beside, string price, string currency)
    {
        var form = PieceForm.Of(Shirt);
        (form.Price, form.Currency) = (written, beside);

        Assert.Empty(form.Faults());
        var details = form.Apply(Shirt);
        Assert.Equal((decimal.Parse(price, CultureInfo.InvariantCulture), currency), (details.Price, details.Currency));
    }

    [Theory]
    [InlineData("cheap", "EUR", "price", "Price.Wrong")]
    [InlineData("1000000000", "EUR", "price", "Price.Wrong")]
    [InlineData("59.5", "KRW", "price", "Price.Whole")]
    [InlineData("39,90", "JPY", "price", "Price.Whole")]
    [InlineData("39.90", "€", "currency", "Currency.Wrong")]
    public void What_is_no_price_is_said_of_its_field(string written, string beside, string field, string text)
    {
        var form = PieceForm.Of(Shirt);
        (form.Price, form.Currency) = (written, beside);

        Assert.Equal([(field, text)], form.Faults());
    }

    [Theory]
    [InlineData("39.9")]
    [InlineData("12.345")]
    [InlineData("59000")]
    public void What_the_form_shows_of_a_price_is_the_same_price(string price)
    {
        var details = Shirt with { Price = decimal.Parse(price, CultureInfo.InvariantCulture), Currency = "EUR" };

        Assert.Equal(details, PieceForm.Of(details).Apply(details));
    }
}
