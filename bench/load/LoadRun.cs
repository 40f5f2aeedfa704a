using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;

namespace Drape.Load;

/// <summary>What a run came to.</summary>
/// <param name="Elapsed">From the first request to the last answer.</param>
/// <param name="Milliseconds">How long each answered request took, in order.</param>
/// <param name="Busy">Answers of 429.</param>
/// <param name="Failed">Answers of another error, and requests without an answer.</param>
sealed record LoadRun(TimeSpan Elapsed, IReadOnlyList<double> Milliseconds, int Busy, int Failed)
{
    /// <summary>Sends the photos in turn, each connection as quickly as it is answered.</summary>
    public static async Task<LoadRun> SendAsync(Uri server, IReadOnlyList<byte[]> files, int photos, int connections)
    {
        using var client = new HttpClient { BaseAddress = server, Timeout = TimeSpan.FromMinutes(1) };
        var times = new ConcurrentBag<double>();
        int next = -1, busy = 0, failed = 0;
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < photos;)
            {
                long begin = Stopwatch.GetTimestamp();
                switch (await SendAsync(client, files[i % files.Count], i))
                {
                    case HttpStatusCode.OK:
                        times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
                        break;
                    case HttpStatusCode.TooManyRequests:
                        Interlocked.Increment(ref busy);
                        break;
                    default:
                        Interlocked.Increment(ref failed);
                        break;
                }
            }
        })));
        return new LoadRun(Stopwatch.GetElapsedTime(start), [.. times.Order()], busy, failed);
    }

    static async Task<HttpStatusCode?> SendAsync(HttpClient client, byte[] file, int number)
    {
        using var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg"); // the server looks at the bytes
        using var form = new MultipartFormDataContent { { part, "photo", $"{number}.jpg" } };
        try
        {
            using var answer = await client.PostAsync(new Uri("/api/v1/photos/analyze", UriKind.Relative), form);
            await answer.Content.ReadAsByteArrayAsync();
            return answer.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    double Percentile(double share) =>
        Milliseconds.Count == 0
            ? double.NaN : Milliseconds[(int)Math.Min(Milliseconds.Count * share, Milliseconds.Count - 1)];

    public override string ToString() =>
        $"""
        rate           {Milliseconds.Count / Elapsed.TotalSeconds:0.0} photos/s over {Elapsed.TotalSeconds:0.0} s
        latency        p50 {Percentile(0.5):0} ms, p95 {Percentile(0.95):0} ms, p99 {Percentile(0.99):0} ms
        answers        {Milliseconds.Count} read, {Busy} refused as busy, {Failed} failed
        """;
}
