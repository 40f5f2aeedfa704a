using System.Collections.Concurrent;
using System.Diagnostics;

namespace Drape.Visitors;

/// <summary>Photos to be read, at a steady rate, whether the earlier ones are answered or not.</summary>
static class Readings
{
    public static async Task<IReadOnlyCollection<Visit>> SendAsync(Uri server, byte[] photo, double rate, CancellationToken end)
    {
        var visits = new ConcurrentBag<Visit>();
        if (rate <= 0)
        {
            return visits;
        }

        using var client = new HttpClient { BaseAddress = server, Timeout = TimeSpan.FromSeconds(30) };
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1 / rate));
        var open = new List<Task>();
        try
        {
            for (int number = 0; await timer.WaitForNextTickAsync(end); number++)
            {
                open.Add(ReadAsync(client, photo, number, visits));
            }
        }
        catch (OperationCanceledException)
        {
            // Time is up; what was sent is waited for.
        }

        await Task.WhenAll(open);
        return visits;
    }

    static async Task ReadAsync(HttpClient client, byte[] photo, int number, ConcurrentBag<Visit> visits)
    {
        long start = Stopwatch.GetTimestamp();
        bool right;
        try
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(photo), "photo", $"{number}.jpg" } };
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/photos/analyze", UriKind.Relative)) { Content = form };
            request.Headers.Add("X-Forwarded-For", Visitor.Address(2000 + (number % 500)));
            using var answer = await client.SendAsync(request);
            await answer.Content.ReadAsByteArrayAsync();
            right = answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            right = false;
        }

        visits.Add(new Visit("reading", Stopwatch.GetElapsedTime(start).TotalMilliseconds, right));
    }
}
