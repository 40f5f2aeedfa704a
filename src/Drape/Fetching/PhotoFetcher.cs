using System.Net;
using System.Net.Sockets;

namespace Drape.Fetching;

/// <summary>
/// Fetches a URL that a user gave. The address is checked when the socket connects, so neither a redirect nor a name
/// that changes its address between look-ups leads inside. The content's type is not believed: the decoder looks at
/// the bytes. Thread-safe.
/// </summary>
public sealed class PhotoFetcher : IDisposable
{
    readonly FetchLimits _limits;
    readonly Predicate<IPAddress> _allows;
    readonly HttpClient _client;

    /// <summary>A fetcher with its own connections.</summary>
    public PhotoFetcher(FetchLimits? limits = null)
        : this(limits ?? FetchLimits.Default, AddressGuard.IsPublic)
    {
    }

    /// <summary>A fetcher with another idea of what a public address is.</summary>
    internal PhotoFetcher(FetchLimits limits, Predicate<IPAddress> isPublic)
    {
        _limits = limits;
        _allows = address => limits.AllowPrivateAddresses || isPublic(address);
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, // followed here, where each step is checked
            UseProxy = false, // a proxy would look names up itself
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None, // pictures are compressed; a bomb would be, too
            ConnectCallback = ConnectAsync,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            MaxResponseHeadersLength = 32,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan, // one clock runs over all redirects instead
        };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("Drape/0.1");
        _client.DefaultRequestHeaders.Accept.ParseAdd("image/avif,image/webp,image/*;q=0.8");
    }

    /// <summary>Fetches the bytes behind a URL.</summary>
    /// <exception cref="FetchException">They cannot or must not be fetched; the message says why.</exception>
    public async Task<byte[]> FetchAsync(string url, CancellationToken cancellation = default)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var location))
        {
            throw new FetchException(FetchError.NotAUrl,
                $"'{Shorten(url)}' is not a URL. Give one that begins with http:// or https://.");
        }

        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        clock.CancelAfter(_limits.Time);
        try
        {
            for (int step = 0; step <= _limits.Redirects; step++)
            {
                RequireWeb(location);
                using var response = await _client.GetAsync(
                    location, HttpCompletionOption.ResponseHeadersRead, clock.Token);
                if (RedirectOf(response, location) is { } next)
                {
                    location = next;
                    continue;
                }

                if (!response.IsSuccessStatusCode)
                {
                    throw new FetchException(FetchError.Refused,
                        $"{location.Host} answered {(int)response.StatusCode} instead of the photo. "
                        + "Check the URL in a browser.");
                }

                return await ReadAsync(response, clock.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new FetchException(FetchError.TimedOut,
                $"{location.Host} took longer than {_limits.Time.TotalSeconds:0.#} seconds. "
                + "Try again, or send the photo itself.");
        }
        catch (HttpRequestException e)
        {
            throw e.InnerException as FetchException ?? new FetchException(FetchError.Unreachable,
                $"{location.Host} cannot be reached. Check the URL.", e);
        }
        catch (IOException e)
        {
            throw new FetchException(FetchError.Unreachable, $"{location.Host} broke the transfer off. Try again.", e);
        }

        throw new FetchException(FetchError.TooManyRedirects,
            $"The URL redirects more than {_limits.Redirects} times. Give the address it ends at.");
    }

    async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentLength > _limits.Bytes)
        {
            throw TooLarge();
        }

        using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        using var content = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            if (content.Length + count > _limits.Bytes)
            {
                throw TooLarge(); // the header may have lied
            }

            content.Write(buffer, 0, count);
        }

        return content.ToArray();
    }

    FetchException TooLarge() => new(FetchError.TooManyBytes,
        $"The content is larger than the {_limits.Bytes / 1e6:0.#} MB that are fetched. Give a smaller photo.");

    static Uri? RedirectOf(HttpResponseMessage response, Uri location)
    {
        if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308))
        {
            return null;
        }

        return response.Headers.Location is { } next && Uri.TryCreate(location, next, out var target)
            ? target
            : throw new FetchException(FetchError.Refused,
                $"{location.Host} redirects to something that is no URL. Check the URL in a browser.");
    }

    static void RequireWeb(Uri location)
    {
        if (location.Scheme != Uri.UriSchemeHttp && location.Scheme != Uri.UriSchemeHttps)
        {
            throw new FetchException(FetchError.NotAUrl,
                $"URLs that begin with {Shorten(location.Scheme)}: are not fetched. "
                + "Give one that begins with http:// or https://.");
        }
    }

    static string Shorten(string text) => text.Length <= 80 ? text : text[..80] + "...";

    async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var endpoint = context.DnsEndPoint;
        var addresses = IPAddress.TryParse(endpoint.Host, out var literal)
            ? [literal] : await Dns.GetHostAddressesAsync(endpoint.Host, cancellation);
        var allowed = Array.FindAll(addresses, _allows);
        if (allowed.Length == 0)
        {
            throw addresses.Length == 0
                ? new FetchException(FetchError.Unreachable, $"{endpoint.Host} has no address. Check the URL.")
                : new FetchException(FetchError.ForbiddenAddress,
                    $"{endpoint.Host} is not a public address. Photos are only fetched from the public internet.");
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

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _client.Dispose();
}
