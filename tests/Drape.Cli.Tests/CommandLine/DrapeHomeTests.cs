namespace Drape.Cli.Tests.CommandLine;

public class DrapeHomeTests
{
    static readonly string Root = Path.GetPathRoot(Environment.CurrentDirectory)!;

    [Fact]
    public void The_option_comes_before_the_variable()
    {
        Assert.Equal(Root + "a", DrapeHome.Locate(Root + "a", Root + "b"));
        Assert.Equal(Root + "b", DrapeHome.Locate(null, Root + "b"));
    }

    [Fact]
    public void Without_either_it_is_the_folder_drape_of_the_users_data()
    {
        string home = DrapeHome.Locate(null, "");

        Assert.Equal("drape", Path.GetFileName(home));
        Assert.True(Path.IsPathFullyQualified(home));
    }
}
