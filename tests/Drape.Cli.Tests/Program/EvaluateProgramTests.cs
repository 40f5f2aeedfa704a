using System.Formats.Tar;
using System.Text.Json;

namespace Drape.Cli.Tests.Program;

/// <summary>A tiny closet of drawn pictures; how good the network is does not matter here.</summary>
public sealed class EvaluateProgramTests : IDisposable
{
    const string Table = """
        n,image,owner_label,kids,split,type,pattern,colour,colour2
        0000,x,T-Shirt,false,test,t-shirt,solid,red,
        0001,x,Hoodie,false,extra,hoodie,solid,blue,
        0002,x,T-Shirt,false,train,,solid,,

        """;

    readonly TemporaryFolder _folder = new();

    public EvaluateProgramTests()
    {
        _folder.Write("data/closet.csv", Table);
        _folder.Draw("data/closet/0000.jpg");
        _folder.Draw("data/closet/0001.jpg", 20, 60, 200);
        _folder.Draw("data/closet/0002.jpg", 20, 160, 60);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_of_pictures_gives_its_figures_as_json()
    {
        var end = await DrapeProcess.RunAsync("eval", "closet", "--data", _folder["data"], "--json");

        Assert.Equal((0, ""), (end.Code, end.Error));
        var report = JsonDocument.Parse(end.Out).RootElement;
        Assert.Equal("closet", report.GetProperty("set").GetString());
        Assert.Equal(3, report.GetProperty("count").GetInt32());
        Assert.Equal(["label10.top1", "type.top1", "type.top3", "type.stated", "type.ece", "type.ece.chance", "pattern.top1", "pattern.stated", "pattern.ece", "pattern.ece.chance", "colour.top1",
            "colour.ece", "colour.ece.chance", "turn.upright", "turn.mended", "turn.mistaken"],
            report.GetProperty("figures").EnumerateObject().Select(f => f.Name).Where(f => !f.EndsWith(".stated.precision", StringComparison.Ordinal)));
        Assert.Equal(1, report.GetProperty("figures").GetProperty("colour.top1").GetDouble());
        var classes = report.GetProperty("perClass");
        Assert.Equal(["T-Shirt"], classes.GetProperty("label10").EnumerateObject().Select(c => c.Name)); // not Hoodie
        Assert.Equal(1, classes.GetProperty("type").GetProperty("hoodie").GetProperty("count").GetInt32());
        Assert.Equal(3, classes.GetProperty("pattern").GetProperty("solid").GetProperty("count").GetInt32());
        Assert.Equal(1, classes.GetProperty("colour").GetProperty("red").GetProperty("top1").GetDouble());
    }

    [Fact]
    public async Task An_archive_gives_the_same_as_the_folder()
    {
        var folder = await DrapeProcess.RunAsync("eval", "closet", "--data", _folder["data"], "--json");
        TarFile.CreateFromDirectory(_folder["data", "closet"], _folder["data", "closet.tar"], false);
        Directory.Delete(_folder["data", "closet"], recursive: true);

        var archive = await DrapeProcess.RunAsync("eval", "closet", "--data", _folder["data"], "--json");

        Assert.Equal(Timeless.Of(folder), Timeless.Of(archive));
    }

    [Fact]
    public async Task An_archive_that_is_cut_off_is_wrong_use()
    {
        string archive = _folder["data", "closet.tar"];
        TarFile.CreateFromDirectory(_folder["data", "closet"], archive, includeBaseDirectory: false);
        Directory.Delete(_folder["data", "closet"], recursive: true);
        File.WriteAllBytes(archive, File.ReadAllBytes(archive)[..2000]);

        var end = await DrapeProcess.RunAsync("eval", "closet", "--data", _folder["data"], "--json");

        Assert.Equal((2, ""), (end.Code, end.Out));
        Assert.EndsWith("closet.tar ends too soon or is damaged: it is no whole tar archive. Copy it again.", end.Error.TrimEnd(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_split_takes_its_rows_only()
    {
        var end = await DrapeProcess.RunAsync("eval", "closet", "--data", _folder["data"], "--split", "test", "--json");

        Assert.Equal(1, JsonDocument.Parse(end.Out).RootElement.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Missing_and_bad_pictures_are_named_and_the_rest_is_measured()
    {
        File.Delete(_folder["data", "closet", "0001.jpg"]);
        _folder.Write("data/closet/0002.jpg", "not a picture");

        var end = await DrapeProcess.RunAsync("eval", "closet", "--data", _folder["data"], "--json");

        Assert.Equal(1, end.Code);
        Assert.Equal(1, JsonDocument.Parse(end.Out).RootElement.GetProperty("count").GetInt32());
        Assert.Contains("0001: The table names it, but the picture is not there.", end.Error, StringComparison.Ordinal);
        Assert.Contains("0002: The file is not a picture.", end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_without_pictures_is_wrong_use()
    {
        Directory.Delete(_folder["data", "closet"], recursive: true);

        var end = await DrapeProcess.RunAsync("eval", "closet", "--data", _folder["data"]);

        Assert.Equal(2, end.Code);
        Assert.Contains("neither a folder closet nor a closet.tar", end.Error, StringComparison.Ordinal);
    }
}
