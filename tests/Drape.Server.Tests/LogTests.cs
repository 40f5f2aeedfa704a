namespace Drape.Server.Tests;

public sealed class LogTests(WatchedApp app) : IClassFixture<WatchedApp>
{
    [Fact]
    public async Task A_request_is_one_line_with_method_path_status_time_and_bytes_and_without_its_query()
    {
        var answer = await app.CreateClient().GetAsync("/api/one?token=secret");
        string trace = (await answer.JsonAsync()).GetProperty("traceId").GetString()!;

        string line = await app.LineAsync("GET /api/one ");
        Assert.Matches(@"^GET /api/one answered 404 in [\d.]+ ms, 0 bytes received, trace ", line);
        Assert.EndsWith(trace, line, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Lines, l => l.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_noted_as_it_was_asked_for()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere/at/all");
        request.Headers.Add("Accept", "text/html");
        await app.CreateClient().SendAsync(request);

        Assert.StartsWith("GET /nowhere/at/all answered 404", await app.LineAsync("GET /nowhere"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_cannot_forge_a_line()
    {
        await app.CreateClient().GetAsync("/api/two%0AGET%20/forged");

        Assert.DoesNotContain('\n', await app.LineAsync("GET /api/two"));
    }

    [Fact]
    public async Task A_photo_is_noted_by_size_type_and_timings_but_not_by_name_or_content()
    {
        byte[] file = Pictures.File();
        await (await app.CreateClient().PostPhotosAsync(("private.jpg", file))).ReadingAsync();

        string line = await app.LineAsync("Read a photo");
        Assert.StartsWith($"Read a photo of 120x160, {file.Length} bytes: 1 garments, ", line, StringComparison.Ordinal);
        Assert.Contains("decode ", line, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Lines, l => l.Contains("private", StringComparison.Ordinal));
    }
}
