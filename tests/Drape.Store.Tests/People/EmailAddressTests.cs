using Drape.Store.People;

namespace Drape.Store.Tests.People;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("ann@shop.example")]
    [InlineData("ann+drape@localhost")]
    [InlineData("지수@가게.example")]
    public void An_address_is_right(string address) => Assert.True(EmailAddress.IsRight(address));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ann")]
    [InlineData("@shop.example")]
    [InlineData("ann@")]
    [InlineData("ann@shop..example")]
    [InlineData("ann@shop.example, bea@shop.example")]
    [InlineData("ann@shop.example\r\nBcc: bea@shop.example")]
    [InlineData("Ann <ann@shop.example>")]
    [InlineData("ann@bea@shop.example")]
    public void What_is_none_is_refused(string? address) => Assert.False(EmailAddress.IsRight(address));
}
