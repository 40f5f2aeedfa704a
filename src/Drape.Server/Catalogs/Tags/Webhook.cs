using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Drape.Fetching;
using Drape.Server.Jobs;
using Drape.Server.Photos;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace Drape.Server.Catalogs.Tags;

/// <summary>
/// Sends lines to an address that a stranger gave: to the public internet only, signed, again where the other side stumbles.
/// Thread-safe.
/// </summary>
sealed class Webhook : IDisposable
{
    /// <summary>The header with <c>sha256=</c> and the HMAC-SHA256 of the body under the secret, in hexadecimal digits.</summary>
    public const string Signature = "X-Drape-Signature";

    /// <summary>The header that is the same whenever the same lines are sent again.</summary>
    public const string Delivery = "X-Drape-Delivery";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly HttpClient _client;
    readonly ResiliencePipeline<HttpResponseMessage> _retries;

    public Webhook(IOptions<FetchOptions> options, TimeProvider? clock = null)
    {
        _client = new HttpClient(GuardedConnection.Handler(options.Value.AllowPrivateAddresses)) { Timeout = Patience };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("Drape/0.1");
        _retries = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = 4,
                Delay = TimeSpan.FromMilliseconds(500),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome switch
                {
                    { Exception: { } e } => IsPassing(e),
                    { Result: { } answer } => IsPassing(answer.StatusCode),
                    _ => false,
                }),
            }).Build();
    }

    /// <summary>Sends lines.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="secret">What they are signed with; null where they are not.</param>
    /// <param name="delivery">Tells this delivery from others; a repetition has the same.</param>
    /// <param name="lines">JSON Lines.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="JobException">The other side refuses them, or must not be called.</exception>
    /// <exception cref="FetchException">The other side cannot be reached for now.</exception>
    public async Task SendAsync(
        string url, string? secret, string delivery, byte[] lines, CancellationToken cancellation)
    {
        string host = new Uri(url).Host;
        try
        {
            using var answer = await _retries.ExecuteAsync(
                async stop => await PostAsync(url, secret, delivery, lines, stop), cancellation);
            if (!answer.IsSuccessStatusCode)
            {
                string sentence = $"The webhook's server {host} answered {(int)answer.StatusCode}.";
                throw IsPassing(answer.StatusCode) ? new FetchException(FetchError.Refused, sentence) : new JobException(sentence);
            }
        }
        catch (HttpRequestException e) when (e.InnerException is FetchException { Error: FetchError.ForbiddenAddress } forbidden)
        {
            throw new JobException(forbidden.Message, e);
        }
        catch (Exception e) when (IsPassing(e) && !cancellation.IsCancellationRequested)
        {
            throw new FetchException(FetchError.Unreachable, $"The webhook's server {host} cannot be reached.", e);
        }
    }

    /// <summary>The signature of a body, as it stands in the header.</summary>
    public static string SignatureOf(string secret, byte[] body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    async Task<HttpResponseMessage> PostAsync(
        string url, string? secret, string delivery, byte[] lines, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(lines) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(TagLines.MediaType);
        request.Headers.Add(Delivery, delivery);
        if (secret is not null)
        {
            request.Headers.Add(Signature, SignatureOf(secret, lines));
        }

        // What the other side says beside its status does not matter.
        return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
    }

    static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    static bool IsPassing(Exception e) => e is HttpRequestException { InnerException: not FetchException
        { Error: FetchError.ForbiddenAddress } } or TaskCanceledException { InnerException: TimeoutException };
}
