using System.Net;
using Drape.Server.Photos;

namespace Drape.Server.Tests;

public sealed class SenderGateTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    public void A_sender_is_an_address_or_the_network_of_one_customer(string address, string sender)
    {
        Assert.Equal(IPAddress.Parse(sender), SenderGate.SenderOf(IPAddress.Parse(address)));
    }
}
