using System.Text.Json;

namespace Drape.Cli.Tests.Program;

public sealed class AnalyzeProgramTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task One_photo_is_told_in_a_block_of_words()
    {
        string photo = _folder.Draw("red.jpg");

        var end = await DrapeProcess.RunAsync("analyze", photo);

        Assert.Equal((0, ""), (end.Code, end.Error));
        string[] lines = end.Out.TrimEnd().Split('\n');
        Assert.Equal($"{photo}  192 x 256", lines[0]);
        Assert.StartsWith("  Type     ", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("  Pattern  ", lines[3], StringComparison.Ordinal);
        Assert.StartsWith("  Colour   red ", lines[4], StringComparison.Ordinal);
        Assert.DoesNotContain('\e', end.Out);
    }

    [Fact]
    public async Task Json_of_one_photo_is_one_object_and_nothing_else()
    {
        string photo = _folder.Draw("red.jpg");

        var end = await DrapeProcess.RunAsync("analyze", photo, "--json");

        var reading = JsonSerializer.Deserialize(end.Out, DrapeJson.Default.PhotoReading)!;
        Assert.Equal((0, ""), (end.Code, end.Error));
        Assert.Equal((photo, 192, 256), (reading.Photo, reading.Width, reading.Height));
        Assert.Equal("red", Assert.Single(reading.Garments).Colour);
        Assert.Equal(["decode", "turn", "parse", "read", "colours"], reading.Timings.Keys);
    }

    [Fact]
    public async Task A_folder_with_bad_files_gives_the_others_and_names_the_bad()
    {
        _folder.Draw("b.jpg");
        _folder.Draw("inner/c.jpg", 30, 60, 160);
        string empty = _folder.Write("a.png"), words = _folder.Write("inner/d.jpg", "not a picture");
        _folder.Write("notes.txt", "left out");

        var end = await DrapeProcess.RunAsync("analyze", _folder.Path, "--json");

        var readings = JsonElement.Parse(end.Out).EnumerateArray().Where(e => !e.TryGetProperty("error", out _));
        Assert.Equal(1, end.Code);
        Assert.Equal([_folder["b.jpg"], _folder["inner", "c.jpg"]],
            readings.Select(r => r.GetProperty("photo").GetString()));
        Assert.Contains($"{empty}: The file is empty.", end.Error, StringComparison.Ordinal);
        Assert.Contains($"{words}: The file is not a picture.", end.Error, StringComparison.Ordinal);
        Assert.Contains("2 photos read, 2 failed", end.Error, StringComparison.Ordinal);
        Assert.Contains("1 other file was left out (1 .txt)", end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_single_bad_photo_is_an_object_with_its_sentence()
    {
        string bad = _folder.Write("bad.jpg", "not a picture");

        var end = await DrapeProcess.RunAsync("analyze", bad, "--json");

        var failed = JsonElement.Parse(end.Out);
        Assert.Equal((1, bad), (end.Code, failed.GetProperty("photo").GetString()));
        string? detail = failed.GetProperty("error").GetProperty("detail").GetString();
        Assert.StartsWith("The file is not a picture.", detail, StringComparison.Ordinal);
        Assert.Equal($"{bad}: {detail}", end.Error.TrimEnd());
    }

    [Fact]
    public async Task Json_of_many_has_an_element_for_every_one_that_failed()
    {
        string good = _folder.Draw("a.jpg"), empty = _folder.Write("b.jpg");

        var end = await DrapeProcess.RunAsync("analyze", good, empty, "missing.jpg", "--json");

        var elements = JsonElement.Parse(end.Out).EnumerateArray().ToDictionary(
            e => e.GetProperty("photo").GetString()!, e => e.TryGetProperty("error", out _));
        Assert.Equal(1, end.Code);
        Assert.Equal(new Dictionary<string, bool> { ["missing.jpg"] = true, [good] = false, [empty] = true }, elements);
    }

    [Fact]
    public async Task A_photo_that_is_missing_is_named_and_the_other_is_read()
    {
        string photo = _folder.Draw("a.jpg");

        var end = await DrapeProcess.RunAsync("analyze", photo, "missing.jpg");

        Assert.Equal(1, end.Code);
        Assert.Contains("1 photo read, 1 failed.", end.Out, StringComparison.Ordinal);
        Assert.Equal("missing.jpg: There is no such file or folder.", end.Error.TrimEnd());
    }

    [Fact]
    public async Task A_name_that_is_no_text_is_said_to_be_the_reason()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // other systems have no such names
        }

        _folder.Draw("photos/a.jpg");

        var folder = await DrapeProcess.ShellAsync(
            $"cd '{_folder["photos"]}'; cp a.jpg $'b\\xff.jpg'; drape analyze . --plain");
        var named = await DrapeProcess.ShellAsync($"cd '{_folder["photos"]}'; drape analyze $'b\\xff.jpg'");

        Assert.Equal((1, 2), (folder.Code, named.Code));
        Assert.All([folder, named], end => Assert.Contains("not valid UTF-8", end.Error, StringComparison.Ordinal));
        Assert.Contains("a.jpg", folder.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_characters_in_a_name_do_not_reach_the_terminal()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // no such names there
        }

        string photo = _folder.Draw("a\e[2J.jpg"), empty = _folder.Write("b\e[2J.jpg"), missing = "c\e[2J.jpg";

        var block = await DrapeProcess.RunAsync("analyze", photo, empty, missing);
        var lines = await DrapeProcess.RunAsync("analyze", photo, "--plain");
        var misuse = await DrapeProcess.RunAsync("analyze", missing);
        var option = await DrapeProcess.RunAsync("analyze", "--\e[2J");

        Assert.All([block, lines, misuse, option], end => Assert.DoesNotContain('\e', end.Out + end.Error));
        Assert.Contains(@"a\u001b[2J.jpg  192 x 256", block.Out, StringComparison.Ordinal);
        Assert.Contains(@"b\u001b[2J.jpg: The file is empty.", block.Error, StringComparison.Ordinal);
        Assert.Contains(@"There is no file or folder c\u001b[2J.jpg.", misuse.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_nobody_reads_standard_output_any_more_the_run_stops()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        byte[] photo = TemporaryFolder.Photo();
        for (int i = 0; i < 200; i++)
        {
            _folder.Write($"photos/{i:000}.jpg", photo);
        }

        var end = await DrapeProcess.ShellAsync($"drape analyze '{_folder["photos"]}' --parallel 2 | head -1; "
            + "exit ${PIPESTATUS[0]}");

        Assert.Equal((130, ""), (end.Code, end.Error));
        Assert.StartsWith(_folder["photos", "000.jpg"], Assert.Single(end.Out.TrimEnd().Split('\n')),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_is_a_photo_called_by_a_dash()
    {
        using var process = DrapeProcess.Start(["analyze", "-", "--json"]);
        await process.Input.WriteAsync(TemporaryFolder.Photo());

        var end = await process.EndAsync();

        Assert.Equal(0, end.Code);
        Assert.Equal("-", JsonSerializer.Deserialize(end.Out, DrapeJson.Default.PhotoReading)!.Photo);
    }

    [Fact]
    public async Task A_private_address_is_refused_unless_allowed()
    {
        var refused = await DrapeProcess.RunAsync("analyze", "http://127.0.0.1:9/a.jpg");
        var allowed = await DrapeProcess.RunAsync("analyze", "http://127.0.0.1:9/a.jpg", "--allow-private");

        Assert.Equal((1, 1), (refused.Code, allowed.Code));
        Assert.Contains("not a public address", refused.Error, StringComparison.Ordinal);
        Assert.Contains("cannot be reached", allowed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overlay_keeps_the_folders_in_the_folder_that_was_given()
    {
        _folder.Draw("in/a.jpg");
        _folder.Draw("in/inner/a.jpg", 30, 60, 160);

        var end = await DrapeProcess.RunAsync("analyze", _folder["in"], "--overlay", _folder["out"]);

        Assert.Equal(0, end.Code);
        Assert.Equal(["a.jpg", Path.Combine("inner", "a.jpg")], Saved());
        Assert.NotEqual(File.ReadAllBytes(_folder["in", "a.jpg"]), File.ReadAllBytes(_folder["out", "a.jpg"]));
    }

    [Fact]
    public async Task Overlay_keeps_the_folders_below_the_beginning_of_a_pattern()
    {
        _folder.Draw("in/one/a.jpg");
        _folder.Draw("in/two/a.jpg", 30, 60, 160);

        var end = await DrapeProcess.RunAsync("analyze", Path.Combine(_folder["in"], "**", "*.jpg"), "--overlay", _folder["out"]);

        Assert.Equal(0, end.Code);
        Assert.Equal([Path.Combine("one", "a.jpg"), Path.Combine("two", "a.jpg")], Saved());
    }

    [Fact]
    public async Task Overlay_calls_no_picture_as_a_folder_is_called()
    {
        _folder.Draw("in/a.png");
        _folder.Draw("in/a.jpg/b.jpg", 30, 60, 160);

        var end = await DrapeProcess.RunAsync("analyze", _folder["in"], "--overlay", _folder["out"]);

        Assert.Equal(0, end.Code);
        Assert.Equal(["a-2.jpg", Path.Combine("a.jpg", "b.jpg")], Saved());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Overlay_overwrites_no_photo_through_a_link(bool isFolderLinked)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // links take a privilege there
        }

        string photo = _folder.Draw("in/a.jpg");
        byte[] before = File.ReadAllBytes(photo);
        if (isFolderLinked)
        {
            Directory.CreateSymbolicLink(_folder["out"], _folder["in"]);
        }
        else
        {
            Directory.CreateDirectory(_folder["out"]);
            File.CreateSymbolicLink(_folder["out", "a.jpg"], photo);
        }

        var end = await DrapeProcess.RunAsync("analyze", _folder["in"], "--overlay", _folder["out"]);

        Assert.Equal(2, end.Code);
        Assert.Contains("would overwrite the photo", end.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(photo));
    }

    [Fact]
    public async Task Overlay_counts_photos_of_one_name_that_were_given_from_several_folders()
    {
        _folder.Draw("one/a.jpg");
        _folder.Draw("two/a.jpg", 30, 60, 160);

        var end = await DrapeProcess.RunAsync("analyze", _folder["one"], _folder["two"], "--overlay", _folder["out"]);

        Assert.Equal(0, end.Code);
        Assert.Equal(["a-2.jpg", "a.jpg"], Saved());
    }

    string[] Saved() => [.. Directory.GetFiles(_folder["out"], "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(_folder["out"], file)).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task Overlay_into_a_folder_that_takes_no_files_is_noticed_before_a_photo_is_read()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // elsewhere no folder refuses everybody
        }

        var end = await DrapeProcess.RunAsync("analyze", _folder.Draw("a.jpg"), "--overlay", "/proc");

        Assert.Equal((2, ""), (end.Code, end.Out));
        Assert.StartsWith("drape: Nothing can be saved in the folder /proc: ", end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_without_an_outfit_has_no_heat_map_and_that_is_said()
    {
        var end = await DrapeProcess.RunAsync("analyze", _folder.Draw("a.jpg"), "--heatmap", _folder["out"]);

        Assert.Equal((0, "1 photo has no heat map: no outfit was found in it."), (end.Code, end.Error.TrimEnd()));
        Assert.Empty(Directory.GetFiles(_folder["out"]));
    }

    [Theory]
    [InlineData("--style chooses what --heatmap DIR draws", "--style", "rock")]
    [InlineData("Did you mean 'rock'?", "--style", "rok", "--heatmap", "out")]
    [InlineData("Name two folders", "--heatmap", "out", "--overlay", "out")]
    public async Task Heat_maps_that_cannot_be_meant_are_wrong_use(string sentence, params string[] options)
    {
        string photo = _folder.Draw("a.jpg");
        using var process = DrapeProcess.Start(["analyze", photo, "--json", .. options], from: _folder.Path);

        var end = await process.EndAsync();

        Assert.Equal((2, ""), (end.Code, end.Out));
        Assert.Contains(sentence, end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overlay_never_overwrites_a_photo()
    {
        string photo = _folder.Draw("a.jpg");
        byte[] before = File.ReadAllBytes(photo);

        var end = await DrapeProcess.RunAsync("analyze", photo, "--overlay", _folder.Path);

        Assert.Equal(2, end.Code);
        Assert.Contains("would overwrite", end.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(photo));
    }

    [Theory]
    [InlineData("seen.png", "Say --overlay seen,")]
    [InlineData("seen/a.jpg", "Say --overlay seen,")]
    public async Task Overlay_takes_no_pictures_name_for_a_folder(string name, string advice)
    {
        string photo = _folder.Draw("a.jpg");

        var end = await DrapeProcess.RunAsync("analyze", photo, "--overlay", name);

        Assert.Equal(2, end.Code);
        Assert.Contains(advice, end.Error, StringComparison.Ordinal);
        Assert.False(Path.Exists(Path.Combine(Environment.CurrentDirectory, name)));
    }
}
