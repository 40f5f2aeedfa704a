using System.Net;
using System.Net.Sockets;
using Drape.Server.Problems;
using Microsoft.Extensions.Options;

namespace Drape.Server.Photos;

/// <summary>
/// Bounds the bodies that one address sends at the same time, so that one client that sends slowly cannot take the
/// memory that all share.
/// </summary>
sealed class SenderGate(IOptions<ReadingOptions> options)
{
    readonly Dictionary<IPAddress, int> _sending = [];

    /// <summary>Bodies being received.</summary>
    public int Occupied
    {
        get
        {
            lock (_sending)
            {
                return _sending.Values.Sum();
            }
        }
    }

    /// <summary>Counts a body until the place is disposed.</summary>
    /// <exception cref="ProblemException">As many as may come from there already do.</exception>
    public Place Enter(HttpRequest request)
    {
        var sender = SenderOf(request.HttpContext.Connection.RemoteIpAddress ?? IPAddress.None);
        lock (_sending)
        {
            int count = _sending.GetValueOrDefault(sender);
            if (count >= options.Value.PerAddress)
            {
                throw new ProblemException(RequestProblems.BusySender);
            }

            _sending[sender] = count + 1;
        }

        return new Place(this, sender);
    }

    /// <summary>Who sends: an IPv4 address, or the 64 bits of an IPv6 address that name one customer.</summary>
    internal static IPAddress SenderOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        byte[] bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }

    void Leave(IPAddress sender)
    {
        lock (_sending)
        {
            int count = _sending[sender] - 1;
            if (count == 0)
            {
                _sending.Remove(sender);
            }
            else
            {
                _sending[sender] = count;
            }
        }
    }

    /// <summary>A body's place; disposing it twice gives it up once.</summary>
    public sealed class Place(SenderGate gate, IPAddress sender) : IDisposable
    {
        bool _left;

        public void Dispose()
        {
            if (!_left)
            {
                _left = true;
                gate.Leave(sender);
            }
        }
    }
}
