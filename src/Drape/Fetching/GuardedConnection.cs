using System.Net;
using System.Net.Sockets;

namespace Drape.Fetching;

/// <summary>
/// Connections to addresses that a stranger gave. The address is checked when the socket connects, so neither a redirect nor
/// a name that changes its address between look-ups leads inside.
/// </summary>
public static class GuardedConnection
{
    /// <summary>A handler that connects to public addresses only, follows no redirect and keeps no cookie.</summary>
    /// <param name="allowPrivateAddresses">Whether addresses of private networks and of this machine are allowed, too.</param>
    /// <remarks>A forbidden address ends a request with a <see cref="FetchException"/> inside its failure.</remarks>
    public static SocketsHttpHandler Handler(bool allowPrivateAddresses) =>
        Handler(address => allowPrivateAddresses || AddressGuard.IsPublic(address));

    /// <summary>The same with another idea of what is allowed.</summary>
    internal static SocketsHttpHandler Handler(Predicate<IPAddress> allows) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false, // a proxy would look names up itself
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None, // pictures are compressed; a bomb would be, too
        ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, allows, cancellation),
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        MaxResponseHeadersLength = 32,
        ActivityHeadersPropagator = null, // the traces of this server are nobody else's business
    };

    static async ValueTask<Stream> ConnectAsync(
        DnsEndPoint endpoint, Predicate<IPAddress> allows, CancellationToken cancellation)
    {
        var addresses = IPAddress.TryParse(endpoint.Host, out var literal)
            ? [literal] : await Dns.GetHostAddressesAsync(endpoint.Host, cancellation);
        var allowed = Array.FindAll(addresses, allows);
        if (allowed.Length == 0)
        {
            throw addresses.Length == 0
                ? new FetchException(FetchError.Unreachable, $"{endpoint.Host} has no address. Check the URL.")
                : new FetchException(FetchError.ForbiddenAddress,
                    $"{endpoint.Host} is not a public address. Only the public internet is called.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, endpoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
