using System.Net;
using System.Net.Sockets;

namespace Drape.Store.Tests.Servers;

/// <summary>Ports of this machine.</summary>
static class LoopbackPort
{
    /// <summary>A port nobody listens on.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
