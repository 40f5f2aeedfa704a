using System.Text.RegularExpressions;

namespace Drape.Tests;

/// <summary>Which room of the house may know which: arrows point one way.</summary>
public sealed partial class HouseRulesTests
{
    static readonly string Root = FindRoot();

    // Rooms that nobody needs to know stand last. A new folder of the engine needs a line here.
    static readonly Dictionary<string, string[]> Knows = new()
    {
        ["Native"] = [],
        ["Imaging"] = ["Native"],
        ["Inference"] = ["Native"],
        ["Fetching"] = [],
        ["Colours"] = ["Imaging"],
        ["Cards"] = ["Colours", "Imaging", "Native"],
        ["Vision"] = ["Imaging", "Inference"],
        ["Garments"] = ["Imaging", "Inference", "Vision"],
        ["Styles"] = ["Imaging", "Inference", "Vision"],
        ["Similarity"] = ["Colours", "Imaging", "Inference", "Native", "Vision"],
    };

    public static TheoryData<string> Rooms => [.. Knows.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_only_the_rooms_it_may(string room)
    {
        string[] allowed = [room, .. Knows[room]];

        var strangers = SourceFiles(Path.Combine(Root, "src", "Drape", room))
            .SelectMany(file => RoomName().Matches(File.ReadAllText(file))
                .Select(match => match.Groups[1].Value)
                .Where(name => Knows.ContainsKey(name) && !allowed.Contains(name))
                .Select(name => $"{Path.GetFileName(file)} knows {name}"));

        Assert.Empty(strangers);
    }

    /// <summary>Within <c>namespace Drape.X</c> another room is also called by its name alone: <c>Colours.ColourNames</c>.</summary>
    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_does_not_call_a_stranger_by_its_first_name(string room)
    {
        var strangers = Knows.Keys.Except([room, .. Knows[room]])
            .SelectMany(other => TypesOf(Path.Combine(Root, "src", "Drape", other)).Select(type => $"{other}.{type}")).ToArray();

        var calls = SourceFiles(Path.Combine(Root, "src", "Drape", room)).SelectMany(file =>
        {
            string text = File.ReadAllText(file);
            return strangers.Where(name => Regex.IsMatch(text, $@"(?<![\w.]){Regex.Escape(name)}\b")).Select(name => $"{Path.GetFileName(file)} knows {name}");
        });

        Assert.Empty(calls);
    }

    /// <summary>The engine itself stands on the rooms, so no room may know what is its own, but for the words of a reading.</summary>
    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_does_not_know_the_engine(string room)
    {
        string[] engine = ["PhotoAnalyzer", "PhotoFindings", "PhotoReading", "GarmentFindings"];

        var calls = SourceFiles(Path.Combine(Root, "src", "Drape", room)).SelectMany(file =>
        {
            string text = Regex.Replace(File.ReadAllText(file), "//.*", "");
            return engine.Where(name => Regex.IsMatch(text, $@"\b{name}\b")).Select(name => $"{Path.GetFileName(file)} knows {name}");
        });

        Assert.Empty(calls);
    }

    [Fact]
    public void Every_folder_of_the_engine_has_its_rule()
    {
        var folders = Directory.GetDirectories(Path.Combine(Root, "src", "Drape")).Select(Path.GetFileName)
            .Where(name => name is not ("bin" or "obj"));

        Assert.Equal(Knows.Keys.Order(), folders.Order());
    }

    [Fact]
    public void A_files_namespace_is_its_folder()
    {
        string engine = Path.Combine(Root, "src", "Drape");

        var misplaced = SourceFiles(engine).Where(file =>
        {
            string folder = Path.GetRelativePath(engine, Path.GetDirectoryName(file)!);
            string expected = folder == "." ? "Drape" : "Drape." + folder.Replace(Path.DirectorySeparatorChar, '.');
            return !File.ReadAllText(file).Contains($"namespace {expected};", StringComparison.Ordinal);
        });

        Assert.Empty(misplaced);
    }

    [Theory]
    [InlineData("Drape", "")]
    [InlineData("Drape.Store", "Drape")]
    [InlineData("Drape.Drawing", "")]
    [InlineData("Drape.Server", "Drape,Drape.Drawing,Drape.Store")]
    [InlineData("Drape.Cli", "Drape,Drape.Server,Drape.Store")]
    public void A_project_references_only_what_it_stands_on(string project, string references)
    {
        string text = File.ReadAllText(Path.Combine(Root, "src", project, project + ".csproj"));

        var found = ProjectReference().Matches(text).Select(m => m.Groups[1].Value).Order();

        Assert.Equal(references.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(), found);
    }

    [Fact]
    public void The_container_restores_every_project_of_the_house()
    {
        string steps = File.ReadAllText(Path.Combine(Root, "Dockerfile"));

        Assert.All(Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories), file =>
            Assert.Contains($"COPY {Path.GetRelativePath(Root, file).Replace(Path.DirectorySeparatorChar, '/')} ", steps,
                StringComparison.Ordinal));
    }

    [Fact]
    public void The_engine_knows_no_web_server_and_no_database()
    {
        var offenders = SourceFiles(Path.Combine(Root, "src", "Drape")).Where(file =>
            Forbidden().IsMatch(File.ReadAllText(file)));

        Assert.Empty(offenders);
    }

    static IEnumerable<string> TypesOf(string folder) => SourceFiles(folder)
        .SelectMany(file => TypeName().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct();

    static IEnumerable<string> SourceFiles(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories);

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Drape.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Drape.slnx is in no folder above the tests.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"\bDrape\.([A-Z]\w*)")]
    private static partial Regex RoomName();

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record(?: struct)?) ([A-Z]\w*)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"<ProjectReference Include=""[^""]*[/\\]([\w.]+)\.csproj""")]
    private static partial Regex ProjectReference();

    [GeneratedRegex(@"Microsoft\.AspNetCore|Microsoft\.Data|Npgsql|Dapper|Amazon|Drape\.(Server|Store|Cli)\b")]
    private static partial Regex Forbidden();
}
