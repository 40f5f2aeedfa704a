using System.Text.Json;

namespace Drape.Cli.Tests.Program;

/// <summary>
/// The shipped networks on rows that never trained. Needs the sets: ../shared/data from the project's root, or where
/// DRAPE_DATA points.
/// </summary>
public sealed class ShippedNetworksTests
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    [DataTheory]
    [InlineData("reader", "closet test", "closet", "test")]
    [InlineData("reader", "products held out", "products", "validation")]
    [InlineData("reader", "products large held out", "products", "validation", "--pictures", "large")]
    [InlineData("reader", "street held out", "street", "validation")]
    [InlineData("parser", "outfits held out", "outfits", "validation")]
    [InlineData("style", "styles held out", "styles", "validation")]
    public async Task A_set_is_read_as_well_as_the_cards_say(string network, string pictures, string set, string split, params string[] options)
    {
        using var process = DrapeProcess.Start(["eval", set, "--data", DataTheory.Data!, "--split", split, "--json", .. options]);
        var end = await process.EndAsync(Patience);
        Assert.Equal(0, end.Code);
        var report = JsonDocument.Parse(end.Out).RootElement;
        var figures = report.GetProperty("figures");

        var listed = await DrapeProcess.RunAsync("models", "list", "--json");
        var stated = JsonDocument.Parse(listed.Out).RootElement.EnumerateArray()
            .Single(m => m.GetProperty("name").GetString() == network).GetProperty("figures").GetProperty(pictures);

        Assert.Equal(stated.EnumerateObject().Select(f => f.Name), figures.EnumerateObject().Select(f => f.Name));
        // Another processor's arithmetic may turn one answer, not more; of some figures of the small sets there are but fifty.
        double one = report.GetProperty("count").GetInt32() < 1000 ? 0.02 : 0.004;
        Assert.All(stated.EnumerateObject(), f => Assert.Equal(f.Value.GetDouble(), figures.GetProperty(f.Name).GetDouble(), one));
    }
}

/// <summary>A test that needs the sets, and says so where they are not at hand.</summary>
sealed class DataTheory : TheoryAttribute
{
    public DataTheory()
    {
        if (Data is null)
        {
            Skip = "The sets are not at hand: put closet.csv, closet.tar and so on into ../shared/data or let "
                + "DRAPE_DATA name their folder.";
        }
    }

    public static string? Data { get; } = Find();

    static string? Find()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Drape.slnx")))
        {
            root = root.Parent;
        }

        string?[] folders =
            [Environment.GetEnvironmentVariable("DRAPE_DATA"), root is null ? null : Path.Combine(root.FullName, "..", "shared", "data")];
        return folders.FirstOrDefault(folder => folder is { Length: > 0 } && File.Exists(Path.Combine(folder, "closet.csv")));
    }
}
