using Drape.Server.Catalogs.Import;

namespace Drape.Server.Tests.Catalogs.Import;

public sealed class ProductFolderTests : IDisposable
{
    readonly TemporaryHome _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Pictures_are_products_called_after_their_files()
    {
        Touch("b.JPG", "a.png", Path.Combine("men", "c.webp"), "notes.txt", ".hidden.jpg");

        var folder = new ProductFolder(_folder.Path);

        Assert.Equal(3, folder.Count);
        Assert.Equal(
            [("a", "a.png"), ("b", "b.JPG"), ("c", Path.Combine("men", "c.webp"))],
            folder.Rows().Select(r => (r.Row!.Key, r.Row.Place)));
    }

    [Fact]
    public void Of_two_pictures_with_one_name_the_second_is_refused()
    {
        Touch("a.jpg", Path.Combine("men", "a.jpg"));

        var rows = new ProductFolder(_folder.Path).Rows().ToList();

        Assert.Equal("a.jpg", rows[0].Row!.Place);
        Assert.Equal("Another picture is called a already; it is that product's.", rows[1].Failed!.Reason);
    }

    [Fact]
    public void A_link_to_a_picture_is_a_picture_and_a_link_to_a_folder_is_not_followed()
    {
        Touch("a.jpg");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "b.jpg"), Path.Combine(_folder.Path, "a.jpg"));
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "again"), _folder.Path);

        Assert.Equal(["a", "b"], new ProductFolder(_folder.Path).Rows().Select(r => r.Row!.Key));
    }

    [Fact]
    public void A_folder_without_pictures_is_refused_in_a_sentence()
    {
        Touch("notes.txt");

        Assert.StartsWith($"There is no picture in {_folder.Path}. Pictures end in .jpg, ",
            Assert.Throws<ImportException>(() => new ProductFolder(_folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused_in_a_sentence() =>
        Assert.StartsWith("The folder cannot be opened: ", Assert.Throws<ImportException>(
            () => new ProductFolder(Path.Combine(_folder.Path, "none"))).Message, StringComparison.Ordinal);

    void Touch(params string[] names)
    {
        foreach (string name in names)
        {
            string path = Path.Combine(_folder.Path, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "");
        }
    }
}
