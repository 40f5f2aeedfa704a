using System.Text.Json;

namespace Drape.Cli.Tests.Program;

public sealed class ResumeProgramTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_repeated_run_cuts_a_torn_line_off_and_reads_only_what_is_missing()
    {
        foreach (string name in (string[])["a", "b", "c"])
        {
            _folder.Draw($"photos/{name}.jpg");
        }

        string results = _folder["results.jsonl"];
        var first = await DrapeProcess.RunAsync("analyze", _folder["photos"], "--out", results);
        string[] lines = File.ReadAllLines(results);
        File.WriteAllText(results, $"{lines[0]}\n{lines[1]}\n{lines[2][..40]}");

        var second = await DrapeProcess.RunAsync("analyze", _folder["photos"], "--out", results);

        Assert.Equal((0, 0), (first.Code, second.Code));
        Assert.StartsWith("3 photos read", first.Out, StringComparison.Ordinal);
        Assert.StartsWith($"1 photo read, 2 already in {results}.", second.Out, StringComparison.Ordinal);
        Assert.Equal(["a.jpg", "b.jpg", "c.jpg"], PhotosIn(results));
        Assert.Equal(lines[..2], File.ReadAllLines(results)[..2]);
    }

    [Fact]
    public async Task A_photo_of_the_same_relative_path_in_another_folder_is_another_photo()
    {
        string a = _folder.Draw("A/p/x.jpg"), b = _folder.Draw("B/p/x.jpg"), results = _folder["results.jsonl"];
        async Task<Finished> RunFromAsync(string folder)
        {
            using var process = DrapeProcess.Start(["analyze", "p/x.jpg", "--out", results], from: _folder[folder]);
            return await process.EndAsync();
        }

        await RunFromAsync("A");
        await RunFromAsync("B");
        var again = await RunFromAsync("A");

        Assert.StartsWith("0 photos read, 1 already in", again.Out, StringComparison.Ordinal);
        Assert.Equal([a, b], File.ReadAllLines(results)
            .Select(line => JsonSerializer.Deserialize(line, DrapeJson.Default.PhotoReading)!.Photo));
    }

    [Fact]
    public async Task It_is_said_that_what_was_read_before_is_not_drawn()
    {
        string photo = _folder.Draw("photos/a.jpg"), results = _folder["results.jsonl"];
        await DrapeProcess.RunAsync("analyze", photo, "--out", results);

        var again = await DrapeProcess.RunAsync("analyze", photo, "--out", results, "--overlay", _folder["drawn"]);

        Assert.StartsWith($"0 photos read, 1 already in {results} and not drawn now.", again.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_failed_is_tried_again()
    {
        string photo = _folder.Write("photos/a.jpg"), results = _folder["results.jsonl"];
        var first = await DrapeProcess.RunAsync("analyze", _folder["photos"], "--out", results);
        File.WriteAllBytes(photo, TemporaryFolder.Photo());

        var second = await DrapeProcess.RunAsync("analyze", _folder["photos"], "--out", results);

        Assert.Equal((1, 0), (first.Code, second.Code));
        Assert.Equal(["a.jpg"], PhotosIn(results));
    }

    [Fact]
    public async Task After_an_interrupt_a_repeated_run_has_every_photo_exactly_once()
    {
        const int count = 50;
        if (OperatingSystem.IsWindows())
        {
            return; // nothing there sends a Ctrl-C to one process
        }

        byte[] photo = TemporaryFolder.Photo();
        for (int i = 0; i < count; i++)
        {
            _folder.Write($"photos/{i:000}.jpg", photo);
        }

        string results = _folder["results.jsonl"];
        using var process = DrapeProcess.Start(["analyze", _folder["photos"], "--out", results, "--parallel", "2"]);
        while (!process.HasEnded && (!File.Exists(results) || new FileInfo(results).Length == 0))
        {
            await Task.Delay(5);
        }

        process.Interrupt();
        var stopped = await process.EndAsync();
        int done = PhotosIn(results).Count;
        var finished = await DrapeProcess.RunAsync("analyze", _folder["photos"], "--out", results);

        Assert.Equal(130, stopped.Code);
        Assert.InRange(done, 1, count - 1);
        Assert.Contains($"{done} photo", stopped.Error, StringComparison.Ordinal);
        Assert.Contains("Run the same command again to go on.", stopped.Error, StringComparison.Ordinal);
        Assert.Equal(0, finished.Code);
        Assert.Contains($"{done} already in", finished.Out, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, count).Select(i => $"{i:000}.jpg"), PhotosIn(results));
    }

    static List<string> PhotosIn(string results) => [.. File.ReadAllLines(results)
        .Select(line => Path.GetFileName(JsonSerializer.Deserialize(line, DrapeJson.Default.PhotoReading)!.Photo))];
}
