namespace Drape.Cli.Tests.Program;

public sealed class FailureProgramTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("There is no command 'drape analyse'. Did you mean 'drape analyze'?", "analyse", "a.jpg")]
    [InlineData("drape analyze has no option '--jsn'. Did you mean '--json'?", "analyze", "a.jpg", "--jsn")]
    [InlineData("There is no file or folder missing.jpg.", "analyze", "missing.jpg")]
    [InlineData("--parallel takes a whole number from 1 to 256.", "analyze", "a.jpg", "--parallel", "0")]
    [InlineData("drape analyze needs PATH|URL|FOLDER|PATTERN.", "analyze")]
    [InlineData("drape models needs one of these: list, verify.", "models")]
    [InlineData("--live takes a URL such as http://127.0.0.1:5080, not here.", "doctor", "--live", "here")]
    [InlineData("--out takes the name of a file, not an empty one.", "analyze", "a.jpg", "--out", "")]
    [InlineData("--overlay takes the name of a folder, not an empty one.", "analyze", "a.jpg", "--overlay", "")]
    [InlineData("--home takes the name of a folder, not an empty one.", "doctor", "--home", "")]
    [InlineData("Required argument missing for option: '--style'", "analyze", "a.jpg", "--heatmap", "maps", "--style")]
    [InlineData("There is no folder missing. Name that of the data with --data, or in DRAPE_DATA.", "eval", "closet", "--data", "missing")]
    public async Task Wrong_use_ends_with_2_and_says_what_would_be_right(string sentence, params string[] arguments)
    {
        var end = await DrapeProcess.RunAsync(arguments);

        Assert.Equal((2, ""), (end.Code, end.Out));
        Assert.StartsWith("drape: " + sentence, end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_pictures_is_wrong_use()
    {
        _folder.Write("notes.txt", "words");

        var end = await DrapeProcess.RunAsync("analyze", _folder.Path);

        Assert.Equal(2, end.Code);
        Assert.Contains("There is no picture in", end.Error, StringComparison.Ordinal);
        Assert.Contains("1 .txt", end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_network_ends_with_3_and_a_sentence()
    {
        string models = DamagedModels(), photo = _folder.Draw("a.jpg");
        using var process = DrapeProcess.Start(["analyze", photo], models: models);

        var end = await process.EndAsync();

        Assert.Equal((3, ""), (end.Code, end.Out));
        Assert.Contains("is not the one its manifest describes", end.Error, StringComparison.Ordinal);
        Assert.Single(end.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Verbose_shows_the_trace()
    {
        string models = DamagedModels(), photo = _folder.Draw("a.jpg");
        using var process = DrapeProcess.Start(["analyze", photo, "--verbose"], models: models);

        var end = await process.EndAsync();

        Assert.Equal(3, end.Code);
        Assert.Contains("   at Drape.", end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_verify_names_a_damaged_network()
    {
        string models = DamagedModels();
        using var verify = DrapeProcess.Start(["models", "verify"], models: models);

        var end = await verify.EndAsync();

        Assert.Equal(1, end.Code);
        Assert.Contains("not usable", end.Out, StringComparison.Ordinal);
        Assert.Contains("Restore the file", end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_verify_fails_where_there_is_no_reader()
    {
        string manifests = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "models", "models.json"));
        var none = System.Text.Json.Nodes.JsonNode.Parse(manifests)!;
        none["models"] = new System.Text.Json.Nodes.JsonArray();
        _folder.Write("models/models.json", none.ToJsonString());
        using var verify = DrapeProcess.Start(["models", "verify"], models: _folder["models"]);

        var end = await verify.EndAsync();

        Assert.Equal(1, end.Code);
        Assert.Contains("has no network 'reader'", end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_verify_names_the_role_that_a_parser_lacks_and_that_an_analysis_asks_for()
    {
        var end = await VerifyAsync(parser => parser["heads"]![0]!["roles"]!.AsObject().Remove("hair"));

        Assert.Equal(1, end.Code);
        Assert.Equal("models.json: no class of the head groups has the role hair.", end.Error.TrimEnd());
    }

    [Fact]
    public async Task Models_verify_names_a_role_that_is_misspelt_and_those_that_there_are()
    {
        var end = await VerifyAsync(parser => parser["heads"]![0]!["roles"]!["footware"] = new System.Text.Json.Nodes.JsonArray("footwear"));

        Assert.Equal(1, end.Code);
        Assert.Equal("models.json: the head groups names the role 'footware'; it may be background, skin, hair, footwear, pairs.", end.Error.TrimEnd());
    }

    [Fact]
    public async Task Models_verify_names_a_scene_that_would_be_of_no_effect()
    {
        var end = await VerifyAsync(parser => parser["heads"]![0]!["scenes"] =
            new System.Text.Json.Nodes.JsonObject { ["worn"] = new System.Text.Json.Nodes.JsonObject { ["temperature"] = 2 } });

        Assert.Equal(1, end.Code);
        Assert.Equal("models.json: the head groups names the scene 'worn'; it takes none.", end.Error.TrimEnd());
    }

    [Fact]
    public async Task Models_verify_names_a_type_of_the_parser_that_the_reader_does_not_have()
    {
        var end = await VerifyAsync(parser => parser["heads"]![0]!["types"]!["skirt"] =
            new System.Text.Json.Nodes.JsonObject { ["skrit"] = 1 });

        Assert.Equal(1, end.Code);
        Assert.Contains("the network parser, head groups, names 'skrit' among the types of 'skirt', and the network reader has no such "
            + "type. Did you mean 'skirt'?", end.Error, StringComparison.Ordinal);
        Assert.Single(end.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Models_verify_names_a_word_of_the_parser_that_the_reader_does_not_have()
    {
        var end = await VerifyAsync(parser => parser["heads"]![0]!["words"]!["bag"]!["subCategory"] = "Bagz");

        Assert.Equal(1, end.Code);
        Assert.Contains("says of 'bag' that its subCategory is 'Bagz', and the network reader has no such answer.", end.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_verify_names_a_group_of_the_reader_that_the_parser_does_not_have()
    {
        using var verify = DrapeProcess.Start(["models", "verify"], models: _folder.WriteModels("reader", reader =>
            reader["heads"]![0]!["scenes"]!["cut"]!["groups"] = new System.Text.Json.Nodes.JsonObject { ["bgag"] = 0.5 }));

        var end = await verify.EndAsync();

        Assert.Equal(1, end.Code);
        Assert.Contains("tells of the group 'bgag', and the network parser has no group without types of that name. Did you mean 'bag'?",
            end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_native_library_ends_with_3_and_a_sentence_and_the_doctor_finds_it()
    {
        string program = ProgramWithoutLibraries(), models = Path.Combine(AppContext.BaseDirectory, "models");
        using var analyze = DrapeProcess.Start(["analyze", _folder.Draw("a.jpg")], program, models);
        using var doctor = DrapeProcess.Start(["doctor", "--home", _folder["home"]], program, models);

        var end = await analyze.EndAsync();
        var findings = await doctor.EndAsync();

        Assert.Equal((3, ""), (end.Code, end.Out));
        Assert.StartsWith("drape: The native library", end.Error, StringComparison.Ordinal);
        Assert.Single(end.Error.TrimEnd().Split('\n'));
        Assert.Equal(1, findings.Code);
        Assert.Contains("  failed   inference  The native library", findings.Out, StringComparison.Ordinal);
        Assert.Contains("  failed   pictures   The native library", findings.Out, StringComparison.Ordinal);
        Assert.Contains("  ok       home ", findings.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_called_like_a_photo_is_refused_and_not_waited_for()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // no such files there
        }

        string photo = _folder.Draw("photos/a.jpg"), pipe = _folder["photos", "b.jpg"];
        using (var make = System.Diagnostics.Process.Start("mkfifo", [pipe]))
        {
            await make.WaitForExitAsync();
        }

        var end = await DrapeProcess.RunAsync("analyze", _folder["photos"], "/dev/zero");

        Assert.Equal(1, end.Code);
        Assert.Contains(photo, end.Out, StringComparison.Ordinal);
        Assert.Contains($"{pipe}: This is a pipe, a device or a socket, not a file.", end.Error,
            StringComparison.Ordinal);
        Assert.Contains("/dev/zero: This is a pipe", end.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2>&-")]
    [InlineData("2>/dev/full")]
    public async Task The_exit_code_is_right_where_nothing_can_be_written_to_standard_error(string redirection)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        string empty = _folder.Write("empty.jpg");

        var missing = await DrapeProcess.ShellAsync($"drape analyze missing.jpg {redirection}");
        var misuse = await DrapeProcess.ShellAsync($"drape analyse {redirection}");
        var failed = await DrapeProcess.ShellAsync($"drape analyze '{empty}' {redirection}");

        Assert.Equal((2, 2, 1), (missing.Code, misuse.Code, failed.Code));
    }

    [Theory]
    [InlineData("> /dev/full")]
    [InlineData("--json > /dev/full")]
    public async Task Output_that_cannot_be_written_ends_with_3_and_a_sentence_while_photos_are_read(string redirection)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        for (int i = 0; i < 24; i++)
        {
            _folder.Draw($"many/{i}.jpg");
        }

        var end = await DrapeProcess.ShellAsync($"drape analyze '{_folder["many"]}' {redirection}");

        Assert.Equal(3, end.Code);
        Assert.StartsWith("drape: No space left on device", end.Error, StringComparison.Ordinal);
        Assert.Single(end.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_library_that_decayed_at_its_full_length_is_told_and_not_run()
    {
        string native = Path.Combine(AppContext.BaseDirectory, "native");
        string program = ProgramWithoutLibraries(), models = Path.Combine(AppContext.BaseDirectory, "models");
        foreach (string file in Directory.GetFiles(native))
        {
            byte[] content = File.ReadAllBytes(file);
            if (Path.GetFileName(file).StartsWith("libvips.", StringComparison.Ordinal) && !file.EndsWith(".sha256", StringComparison.Ordinal))
            {
                Array.Clear(content, content.Length / 4, content.Length / 2);
            }

            _folder.Write($"program/native/{Path.GetFileName(file)}", content);
        }

        using var analyze = DrapeProcess.Start(["analyze", _folder.Draw("a.jpg")], program, models);
        var end = await analyze.EndAsync();

        Assert.Equal((3, ""), (end.Code, end.Out));
        Assert.Contains("is damaged: it is not what was fetched.", end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_verify_looks_at_the_file_that_is_not_in_use_too()
    {
        foreach (string file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "models")))
        {
            byte[] bytes = File.ReadAllBytes(file);
            bytes[bytes.Length / 2] ^= (byte)(file.EndsWith("-int8.onnx", StringComparison.Ordinal) ? 1 : 0);
            _folder.Write($"models/{Path.GetFileName(file)}", bytes);
        }

        using var verify = DrapeProcess.Start(["models", "verify"], models: _folder["models"]);
        Assert.Equal(1, (await verify.EndAsync()).Code);

        foreach (string file in Directory.GetFiles(_folder["models"], "*-int8.onnx"))
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, "models", Path.GetFileName(file)), file, overwrite: true);
            string usual = file.Replace("-int8", "", StringComparison.Ordinal);
            File.Delete(usual);
        }

        using var again = DrapeProcess.Start(["models", "verify"], models: _folder["models"]);
        var end = await again.EndAsync();
        Assert.Equal(1, end.Code);
        Assert.Contains("The network reader is missing", end.Error, StringComparison.Ordinal);
    }

    /// <summary>Verifies the shipped networks with another manifest of the parser.</summary>
    async Task<Finished> VerifyAsync(Action<System.Text.Json.Nodes.JsonNode> change)
    {
        using var verify = DrapeProcess.Start(["models", "verify"], models: _folder.WriteModels("parser", change));
        return await verify.EndAsync();
    }

    string DamagedModels()
    {
        foreach (string file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "models")))
        {
            byte[] bytes = File.ReadAllBytes(file);
            if (file.EndsWith(".onnx", StringComparison.Ordinal))
            {
                bytes[bytes.Length / 2] ^= 1;
            }

            _folder.Write($"models/{Path.GetFileName(file)}", bytes);
        }

        return _folder["models"];
    }

    string ProgramWithoutLibraries()
    {
        foreach (string file in Directory.GetFiles(AppContext.BaseDirectory))
        {
            if (Path.GetFileName(file).StartsWith("Drape", StringComparison.Ordinal)
                || Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal))
            {
                _folder.Write($"program/{Path.GetFileName(file)}", File.ReadAllBytes(file));
            }
        }

        return _folder["program"];
    }
}
