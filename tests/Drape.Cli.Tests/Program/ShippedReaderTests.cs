using System.Text.Json;

namespace Drape.Cli.Tests.Program;

/// <summary>
/// The shipped reader on the published test split, which never trained. Needs the closet set: ../shared/data from the
/// project's root, or where DRAPE_DATA points.
/// </summary>
public sealed class ShippedReaderTests
{
    [ClosetFact]
    public async Task The_test_split_is_read_as_well_as_the_card_says()
    {
        var end = await DrapeProcess.RunAsync("eval", "closet", "--data", ClosetFact.Data!, "--split", "test", "--json");
        Assert.Equal(0, end.Code);
        var figures = JsonDocument.Parse(end.Out).RootElement.GetProperty("figures");

        var listed = await DrapeProcess.RunAsync("models", "list", "--json");
        var card = JsonDocument.Parse(listed.Out).RootElement.EnumerateArray()
            .Single(m => m.GetProperty("name").GetString() == "reader").GetProperty("figures");

        foreach (var figure in card.EnumerateObject())
        {
            // Another processor's arithmetic may turn one photo of the 372, not more.
            Assert.Equal(figure.Value.GetDouble(), figures.GetProperty(figure.Name).GetDouble(), 0.004);
        }
    }
}

/// <summary>A test that needs the closet set, and says so where it is not at hand.</summary>
sealed class ClosetFact : FactAttribute
{
    public ClosetFact()
    {
        if (Data is null)
        {
            Skip = "The closet set is not at hand: put closet.csv and closet.tar into ../shared/data or let DRAPE_DATA "
                + "name their folder.";
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
