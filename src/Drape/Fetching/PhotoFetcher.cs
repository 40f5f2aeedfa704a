using System.Net;

namespace Drape.Fetching;

/// <summary>
/// Fetches a URL that a user gave, over a <see cref="GuardedConnection"/>. The content's type is not believed: the decoder
/// looks at the bytes. Thread-safe.
/// </summary>
public sealed class PhotoFetcher : IDisposable
{
    readonly FetchLimits _limits;
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
        // Redirects are followed here, where each step is checked.
        _client = new HttpClient(GuardedConnection.Handler(address => limits.AllowPrivateAddresses || isPublic(address)))
        {
            Timeout = Timeout.InfiniteTimeSpan, // one clock runs over all redirects instead
        };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("Drape/0.1");
        _client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("identity");
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

                if (response.Content.Headers.ContentEncoding.FirstOrDefault(e => !e.Equals("identity", StringComparison.OrdinalIgnoreCase)) is { } encoding)
                {
                    throw new FetchException(FetchError.Refused, $"{location.Host} sent the photo packed as {Shorten(encoding)}, "
                        + "which was not asked for. Send the photo itself.");
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

        if (location.UserInfo.Length > 0)
        {
            // It would stand in readings and lists that others see.
            throw new FetchException(FetchError.NotAUrl,
                $"The URL holds a name or password for {location.Host}, which is not sent. Give an address that needs none.");
        }
    }

    static string Shorten(string text) => text.Length <= 80 ? text : text[..80] + "...";

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _client.Dispose();
}
