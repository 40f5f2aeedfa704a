using System.Net;

namespace Drape.Server.Hosting;

/// <summary>Looks at the addresses to listen on before the host does, which answers wrong ones with its own texts.</summary>
static class ListenUrls
{
    /// <summary>What is wrong with the first wrong address, as a sentence; null if all can be tried.</summary>
    public static string? Fault(string urls) => urls
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(FaultOf).FirstOrDefault(f => f is not null);

    static string? FaultOf(string url)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            return $"Drape cannot listen on {url}: that is no address. Write it like {DrapeServer.DefaultUrl}.";
        }

        return address switch
        {
            { Scheme: "https" } => $"Drape cannot listen on {url}: it speaks HTTP only. Let a reverse proxy end TLS, "
                + $"and give Drape an http URL like {DrapeServer.DefaultUrl}.",
            { Scheme: not "http" } =>
                $"Drape cannot listen on {url}: that is no http URL. Write it like {DrapeServer.DefaultUrl}.",
            { IsUnixPipe: true } or { IsNamedPipe: true } => null,
            { Port: < IPEndPoint.MinPort or > IPEndPoint.MaxPort } =>
                $"Drape cannot listen on {url}: a port is a number up to {IPEndPoint.MaxPort}.",
            { PathBase: not ("" or "/") } =>
                $"Drape cannot listen on {url}: an address to listen on has no path. Leave {address.PathBase} out.",
            _ => null,
        };
    }
}
