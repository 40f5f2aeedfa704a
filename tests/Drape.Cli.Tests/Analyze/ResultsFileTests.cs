using System.Text.Json;
using Drape.Cli.Analyze;
using Drape.Cli.CommandLine;

namespace Drape.Cli.Tests.Analyze;

public sealed class ResultsFileTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_photo_that_was_added_is_known_to_the_next_run_by_its_place()
    {
        string path = _folder["results.jsonl"];
        using (var first = ResultsFile.Open(path))
        {
            first.Add(Readings.Of("photos/a.jpg", Readings.Shirt));
        }

        using var second = ResultsFile.Open(path);
        Assert.True(second.Has(new FilePhoto("photos/a.jpg")));
        Assert.True(second.Has(new FilePhoto("./photos/../photos/a.jpg")));
        Assert.False(second.Has(new FilePhoto("photos/b.jpg")));
    }

    [Theory]
    [InlineData("""{"ph""")]
    [InlineData("""{"photo":"b.jp""")]
    [InlineData("""{"photo":"b.jpg","width":3""")]
    public void A_torn_last_line_is_cut_off(string torn)
    {
        string whole = Line("a.jpg") + "\n", path = _folder.Write("results.jsonl", whole + torn);

        using (var results = ResultsFile.Open(path))
        {
            Assert.True(results.Has(new FilePhoto("a.jpg")));
            Assert.False(results.Has(new FilePhoto("b.jpg")));
            results.Add(Readings.Of("b.jpg", Readings.Shirt));
        }

        Assert.Equal(whole + Line(Path.GetFullPath("b.jpg")) + "\n", File.ReadAllText(path));
    }

    [Fact]
    public void A_last_line_that_only_lacks_its_end_is_kept()
    {
        string path = _folder.Write("results.jsonl", Line("a.jpg"));

        using (var results = ResultsFile.Open(path))
        {
            Assert.True(results.Has(new FilePhoto("a.jpg")));
            results.Add(Readings.Of("b.jpg", Readings.Shirt));
        }

        Assert.Equal(Line("a.jpg") + "\n" + Line(Path.GetFullPath("b.jpg")) + "\n", File.ReadAllText(path));
    }

    [Theory]
    [InlineData("my diary")]
    [InlineData("{\"photo\":\"a.jpg\n")]
    [InlineData("{\"type\":\"shirt\"}\n")]
    [InlineData("[]\n")]
    [InlineData("{\"photo\":\"\\ud800\"}\n")]
    [InlineData("{\"photo\":\"\\ud800\"}")]
    [InlineData("{\"photo\":\"\"}")]
    [InlineData("{\"photo\":\"a\\u0000.jpg\"}\n")]
    [InlineData("{\"photo\":7}")]
    public void A_file_that_holds_something_else_is_left_alone(string content)
    {
        string path = _folder.Write("diary.txt", content);

        string message = Assert.Throws<WrongUseException>(() => ResultsFile.Open(path)).Message;
        Assert.Contains("Line 1 of", message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(path));
    }

    [Fact]
    public void Two_runs_do_not_share_a_file()
    {
        string path = _folder["results.jsonl"];
        using var first = ResultsFile.Open(path);

        Assert.Throws<WrongUseException>(() => ResultsFile.Open(path));
    }

    [Fact]
    public void A_photo_is_kept_by_its_full_path_and_the_web_and_standard_input_as_they_are()
    {
        string path = _folder["results.jsonl"];
        string[] given = ["a.jpg", "https://example.org/a.jpg", "-"];
        using (var results = ResultsFile.Open(path))
        {
            foreach (string photo in given)
            {
                results.Add(Readings.Of(photo, Readings.Shirt));
            }
        }

        Assert.Equal([Line(Path.GetFullPath("a.jpg")), Line(given[1]), Line(given[2])], File.ReadAllLines(path));
    }

    [Fact]
    public void A_file_without_line_ends_is_refused_before_it_fills_the_memory()
    {
        string path = _folder.Write("huge.jsonl", Line("a.jpg") + "\n" + "{\"photo\":\"");
        using (var stream = File.OpenWrite(path))
        {
            stream.SetLength(17 * 1024 * 1024);
        }

        string message = Assert.Throws<WrongUseException>(() => ResultsFile.Open(path)).Message;

        Assert.StartsWith($"Line 2 of {path} is longer than 16 MB", message, StringComparison.Ordinal);
        Assert.Equal(17 * 1024 * 1024, new FileInfo(path).Length);
    }

    [Fact]
    public void A_device_is_refused()
    {
        if (OperatingSystem.IsLinux())
        {
            string message = Assert.Throws<WrongUseException>(() => ResultsFile.Open("/dev/full")).Message;
            Assert.StartsWith("/dev/full is a pipe, a device", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        string path = _folder["none", "results.jsonl"];

        string message = Assert.Throws<WrongUseException>(() => ResultsFile.Open(path)).Message;

        Assert.Contains("There is no folder for", message, StringComparison.Ordinal);
    }

    static string Line(string photo) =>
        JsonSerializer.Serialize(Readings.Of(photo, Readings.Shirt), DrapeJson.Line.PhotoReading);
}
