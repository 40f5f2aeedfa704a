namespace Drape.Store.Tests;

public sealed class HomeFolderTests
{
    static readonly string Root = Path.GetPathRoot(Environment.CurrentDirectory)!;

    [Fact]
    public void The_option_comes_before_the_variable()
    {
        Assert.Equal(Root + "a", HomeFolder.Locate(Root + "a", Root + "b"));
        Assert.Equal(Root + "b", HomeFolder.Locate(null, Root + "b"));
    }

    [Fact]
    public void Without_either_it_is_the_folder_drape_of_the_users_data()
    {
        string home = HomeFolder.Locate(null, "");

        Assert.Equal("drape", Path.GetFileName(home));
        Assert.True(Path.IsPathFullyQualified(home));
    }
}
