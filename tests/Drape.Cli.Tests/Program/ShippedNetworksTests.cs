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
    [InlineData("closet", "test")]
    [InlineData("products", "validation")]
    [InlineData("outfits", "validation")]
    public async Task A_set_is_read_as_well_as_the_cards_say(string set, string split)
    {
        using var process = DrapeProcess.Start(["eval", set, "--data", DataTheory.Data!, "--split", split, "--json"]);
        var end = await process.EndAsync(Patience);
        Assert.Equal(0, end.Code);
        var figures = JsonDocument.Parse(end.Out).RootElement.GetProperty("figures");

        var listed = await DrapeProcess.RunAsync("models", "list", "--json");
        var stated = JsonDocument.Parse(listed.Out).RootElement.EnumerateArray()
            .SelectMany(m => m.GetProperty("figures").EnumerateObject())
            .Where(f => figures.TryGetProperty(f.Name, out _));

        // Another processor's arithmetic may turn one photo of some hundred, not more.
        Assert.All(stated, f => Assert.Equal(f.Value.GetDouble(), figures.GetProperty(f.Name).GetDouble(), 0.004));
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
