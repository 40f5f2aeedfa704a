using System.Globalization;
using Drape.Server.Prices;

namespace Drape.Server.Tests.Prices;

public class PriceTextTests
{
    [Theory]
    [InlineData("39.90", "39.90")]
    [InlineData("39,90", "39.90")]
    [InlineData("1,299.00", "1299.00")]
    [InlineData("1.299,00", "1299.00")]
    [InlineData("1 299", "1299")]
    [InlineData("1'299.50", "1299.50")]
    [InlineData("1,299", "1299")]
    [InlineData("39.000", "39000")]
    [InlineData("1,299,000", "1299000")]
    [InlineData("0.5", "0.5")]
    [InlineData("0.500", "0.500")]
    [InlineData("39,-", "39")]
    [InlineData(" 7 ", "7")]
    public void Amounts_are_read_as_shops_write_them(string text, string amount)
    {
        Assert.True(PriceText.TryRead(text, out decimal read, out string? currency));
        Assert.Equal((decimal.Parse(amount, CultureInfo.InvariantCulture), null), (read, currency));
    }

    [Theory]
    [InlineData("€39.90", 39.90, "EUR")]
    [InlineData("39,90 €", 39.90, "EUR")]
    [InlineData("USD 12", 12, "USD")]
    [InlineData("39,000 KRW", 39000, "KRW")]
    [InlineData("39,000원", 39000, "KRW")]
    [InlineData("₩39000", 39000, "KRW")]
    [InlineData("12.50 gbp", 12.50, "GBP")]
    [InlineData("39,- €", 39, "EUR")]
    public void A_currency_that_stands_with_the_amount_is_read_too(string text, double amount, string currency)
    {
        Assert.True(PriceText.TryRead(text, out decimal read, out string? named));
        Assert.Equal(((decimal)amount, currency), (read, named));
    }

    [Theory]
    [InlineData("free")]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("12 to 15")]
    [InlineData("1e5")]
    [InlineData("12..")]
    [InlineData("1,2,3,4")]
    [InlineData("1 2 3")]
    [InlineData("12 xyz")]
    public void What_is_no_amount_is_refused(string text) => Assert.False(PriceText.TryRead(text, out _, out _));
}
