using System.Net;
using Drape.Imaging;
using Drape.Server.Photos;
using Microsoft.Extensions.DependencyInjection;

namespace Drape.Server.Tests;

public sealed class LimitTests(NarrowApp app) : IClassFixture<NarrowApp>
{
    readonly HttpClient _client = app.CreateClient();

    [Fact]
    public async Task Beyond_the_queue_a_photo_is_refused_for_a_moment()
    {
        var gate = app.Services.GetRequiredService<AnalysisGate>();
        using var busy = new ManualResetEventSlim();
        var running = gate.RunAsync(() => busy.Wait(TimeSpan.FromSeconds(30)), CancellationToken.None);
        var waiting = gate.RunAsync(() => true, CancellationToken.None);

        var answer = await _client.PostPhotosAsync(("a.jpg", Pictures.File()));

        await answer.ProblemAsync(HttpStatusCode.TooManyRequests, "urn:drape:request:busy");
        Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        busy.Set();
        await Task.WhenAll(running, waiting);
        await (await _client.PostPhotosAsync(("a.jpg", Pictures.File()))).ReadingAsync();
    }

    [Fact]
    public async Task Bodies_beyond_the_shared_memory_are_refused_and_nothing_stays_taken()
    {
        var answer = await _client.PostRawAsync("image/jpeg", new byte[3_000_000]);

        await answer.ProblemAsync(HttpStatusCode.TooManyRequests, "urn:drape:request:busy");
        Assert.Equal(0, app.Services.GetRequiredService<ByteAllowance>().Taken);
        await (await _client.PostPhotosAsync(("a.jpg", Pictures.File(PhotoFormat.Png)))).ReadingAsync();
    }

    [Fact]
    public async Task Answered_photos_leave_nothing_taken()
    {
        await (await _client.PostPhotosAsync(("a.jpg", Pictures.File()), ("b.jpg", Pictures.Words()))).ReadingAsync();
        await _client.PostJsonAsync(Calls.Analyze, "{\"base64\":\"?\"}");

        Assert.Equal(0, app.Services.GetRequiredService<ByteAllowance>().Taken);
        Assert.Equal(0, app.Services.GetRequiredService<AnalysisGate>().Occupied);
    }
}
