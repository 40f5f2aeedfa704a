using Drape.Cli.Analyze;
using Drape.Cli.CommandLine;
using Drape.Fetching;

namespace Drape.Cli.Tests.Analyze;

public sealed class InputExpansionTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly PhotoFetcher _fetcher = new();

    public void Dispose()
    {
        _fetcher.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_folder_gives_its_pictures_and_those_of_inner_folders_in_order()
    {
        Files("b.JPG", "a.png", "inner/c.webp", "inner/deep/d.avif", "z.gif");

        Assert.Equal(["a.png", "b.JPG", "z.gif", "inner/c.webp", "inner/deep/d.avif"], Names(Expand(_folder.Path)));
    }

    [Fact]
    public void Other_files_are_counted_by_their_ending_and_hidden_ones_pass_unseen()
    {
        Files("a.jpg", "b.txt", "c.TXT", "README", "._a.jpg", ".cache/d.jpg");

        var given = Expand(_folder.Path);

        Assert.Equal(["a.jpg"], Names(given));
        Assert.Equal("3 other files were left out (2 .txt, 1 without ending)", given.LeftOutText);
    }

    [Fact]
    public void Photos_of_phones_are_taken_so_that_each_is_named_as_failed()
    {
        Files("a.jpg", "b.heic", "c.HEIF");

        Assert.Equal(["a.jpg", "b.heic", "c.HEIF"], Names(Expand(_folder.Path)));
    }

    [Theory]
    [InlineData("*.jpg", "a.jpg", "b.jpg")]
    [InlineData("?.png", "c.png")]
    [InlineData("**/*.jpg", "a.jpg", "b.jpg", "inner/d.jpg", "inner/deep/e.jpg")]
    [InlineData("inner/*/*.jpg", "inner/deep/e.jpg")]
    [InlineData("in*/**", "inner/d.jpg", "inner/deep/e.jpg")]
    [InlineData("in*", "inner/d.jpg", "inner/deep/e.jpg")]
    public void A_pattern_is_opened_up(string pattern, params string[] names)
    {
        Files("a.jpg", "b.jpg", "c.png", "inner/d.jpg", "inner/deep/e.jpg", "notes.txt");

        Assert.Equal(names, Names(Expand(_folder[pattern])));
    }

    [Fact]
    public void A_file_whose_name_looks_like_a_pattern_is_that_file()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // no such names there
        }

        Files("a?.jpg", "ab.jpg");

        Assert.Equal(["a?.jpg"], Names(Expand(_folder["a?.jpg"])));
    }

    [Fact]
    public void A_photo_given_twice_is_one_photo()
    {
        Files("a.jpg", "b.jpg");

        Assert.Equal(["b.jpg", "a.jpg"], Names(Expand(_folder["b.jpg"], _folder.Path, _folder["a.jpg"])));
    }

    [Fact]
    public void A_file_is_taken_whatever_its_ending()
    {
        Files("photo.dat");

        Assert.True(Expand(_folder["photo.dat"]).IsSingle);
    }

    [Fact]
    public void Urls_and_standard_input_are_photos_too()
    {
        var photos = Expand("https://example.org/a.jpg", "-").Photos;

        Assert.IsType<WebPhoto>(photos[0]);
        Assert.IsType<StandardInputPhoto>(photos[1]);
    }

    [Fact]
    public void A_folder_of_one_photo_is_not_a_single_photo()
    {
        Files("a.jpg");

        Assert.False(Expand(_folder.Path).IsSingle);
        Assert.True(Expand(_folder["a.jpg"]).IsSingle);
    }

    [Fact]
    public void All_that_is_missing_is_named_at_once()
    {
        string message = Assert.Throws<WrongUseException>(() => Expand("no-1.jpg", _folder["*.jpg"], "no-2")).Message;

        Assert.Equal($"There is no file or folder no-1.jpg. Nothing matches {_folder["*.jpg"]}. "
            + "There is no file or folder no-2.", message);
    }

    [Fact]
    public void What_is_missing_beside_what_is_there_is_one_more_that_failed()
    {
        Files("a.jpg");

        var given = Expand(_folder["a.jpg"], "no.jpg", _folder["*.png"]);

        Assert.Equal(["a.jpg"], Names(given));
        Assert.Equal(
            [("no.jpg", "There is no such file or folder."), (_folder["*.png"], "Nothing matches this pattern.")],
            given.Unopened.Select(f => (f.Name, f.Sentence)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("*", "*.jpg")]
    [InlineData("**", "*.jpg")]
    [InlineData("*")]
    public async Task A_folder_that_cannot_be_opened_is_named_and_the_others_are_gone_through(params string[] pattern)
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // only there a name may be no text, which stops even the superuser
        }

        Files("inner/a.jpg");
        await Program.DrapeProcess.ShellAsync($"mkdir '{_folder.Path}'/$'odd\\xff'");

        var given = Expand(_folder[[.. pattern.Where(p => p.Length > 0)]]);

        Assert.Equal(["inner/a.jpg"], Names(given));
        Assert.Contains("is not valid UTF-8", Assert.Single(given.Unopened).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("*", "*.jpg")]
    [InlineData("**", "*.jpg")]
    public void A_folder_without_permissions_is_named_and_the_others_are_gone_through(params string[] pattern)
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            return; // nothing is forbidden to the superuser
        }

        Files("inner/a.jpg", "shut/b.jpg");
        File.SetUnixFileMode(_folder["shut"], UnixFileMode.None);

        var given = Expand(_folder[[.. pattern.Where(p => p.Length > 0)]]);
        File.SetUnixFileMode(_folder["shut"], File.GetUnixFileMode(_folder["inner"]));

        Assert.Equal(["inner/a.jpg"], Names(given));
        Assert.Equal([_folder["shut"]], given.Unopened.Select(f => f.Name));
    }

    [Fact]
    public void A_folder_that_leads_back_to_itself_is_walked_once()
    {
        Files("a.jpg", "inner/b.jpg");
        Directory.CreateSymbolicLink(_folder["inner", "loop"], _folder.Path);

        Assert.Equal(["a.jpg", "inner/b.jpg"], Names(Expand(_folder.Path)));
        Assert.Equal(["a.jpg", "inner/b.jpg"], Names(Expand(_folder["**", "*.jpg"])));
    }

    GivenPhotos Expand(params string[] inputs) => InputExpansion.Expand(inputs, _fetcher);

    void Files(params string[] names)
    {
        foreach (string name in names)
        {
            _folder.Write(name);
        }
    }

    IEnumerable<string> Names(GivenPhotos given) =>
        given.Photos.Select(p => Path.GetRelativePath(_folder.Path, p.Name).Replace('\\', '/'));
}
