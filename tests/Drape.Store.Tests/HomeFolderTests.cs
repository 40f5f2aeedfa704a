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

    [Fact]
    public async Task What_Drape_makes_nobody_else_on_the_machine_can_read()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        string home = Path.Combine(folder.Path, "home");

        await using (await Database.OpenAsync(new StoreSettings { Home = home }, TimeProvider.System))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(home));
            foreach (string file in Directory.GetFiles(home))
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            }
        }

        Assert.Null(HomeFolder.Openness(home));
    }

    [Fact]
    public void A_folder_that_others_may_look_into_is_told_with_what_to_do()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        File.SetUnixFileMode(folder.Path, File.GetUnixFileMode(folder.Path) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);

        Assert.EndsWith($"'chmod 700 {folder.Path}' keeps them out.", HomeFolder.Openness(folder.Path), StringComparison.Ordinal);
    }
}
