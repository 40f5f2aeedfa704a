using System.Net;
using System.Net.Sockets;

namespace Drape.Fetching;

/// <summary>Tells public addresses from those that a stranger's URL must not reach.</summary>
public static class AddressGuard
{
    // IANA's special-purpose registries (RFC 6890 and updates): none of these is a public web server.
    static readonly IPNetwork[] Forbidden =
    [
        IPNetwork.Parse("0.0.0.0/8"), // this network
        IPNetwork.Parse("10.0.0.0/8"), // private
        IPNetwork.Parse("100.64.0.0/10"), // carrier-grade NAT, with one cloud's metadata address
        IPNetwork.Parse("127.0.0.0/8"), // loopback
        IPNetwork.Parse("169.254.0.0/16"), // link-local, with the metadata address of most clouds
        IPNetwork.Parse("172.16.0.0/12"), // private
        IPNetwork.Parse("192.0.0.0/24"), // protocol assignments, with one cloud's metadata address
        IPNetwork.Parse("192.0.2.0/24"), // documentation
        IPNetwork.Parse("192.88.99.0/24"), // 6to4 relays
        IPNetwork.Parse("192.168.0.0/16"), // private
        IPNetwork.Parse("198.18.0.0/15"), // benchmarks
        IPNetwork.Parse("198.51.100.0/24"), // documentation
        IPNetwork.Parse("203.0.113.0/24"), // documentation
        IPNetwork.Parse("224.0.0.0/4"), // multicast
        IPNetwork.Parse("240.0.0.0/4"), // reserved, with broadcast
        IPNetwork.Parse("168.63.129.16/32"), // a cloud's internal service address outside the private ranges
        IPNetwork.Parse("::/96"), // unspecified, loopback, and IPv4 addresses in the old compatible form
        IPNetwork.Parse("::ffff:0:0:0/96"), // IPv4 addresses in the translated form
        IPNetwork.Parse("64:ff9b:1::/48"), // local NAT64
        IPNetwork.Parse("100::/64"), // discard
        IPNetwork.Parse("2001::/23"), // protocol assignments, with Teredo
        IPNetwork.Parse("2001:db8::/32"), // documentation
        IPNetwork.Parse("2002::/16"), // 6to4: an IPv4 address inside
        IPNetwork.Parse("3fff::/20"), // documentation
        IPNetwork.Parse("5f00::/16"), // segment routing
        IPNetwork.Parse("fc00::/7"), // private, with one cloud's metadata address
        IPNetwork.Parse("fe80::/10"), // link-local
        IPNetwork.Parse("fec0::/10"), // site-local
        IPNetwork.Parse("ff00::/8"), // multicast
    ];

    static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether an address is one of the public internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }
        else if (address.AddressFamily == AddressFamily.InterNetworkV6 && Nat64.Contains(address))
        {
            address = new IPAddress(address.GetAddressBytes().AsSpan(12)); // the IPv4 address that the gateway calls
        }

        return !Array.Exists(Forbidden, network =>
            network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));
    }
}
