using System.Globalization;
using System.Text.Json;

namespace Drape.Cli.Tests.Program;

public sealed class ImportProgramTests : IDisposable
{
    const string Table = """
        sku,picture,name,price
        A1,a.jpg,Red shirt,39.90
        B1,b.jpg,Blue shirt,"1.299,00 €"

        """;

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_of_pictures_is_imported_and_a_second_time_all_is_unchanged()
    {
        _folder.Draw("photos/a.jpg");
        _folder.Draw("photos/inner/b.jpg", 20, 60, 200);

        var first = await ImportAsync(_folder["photos"]);
        var second = await ImportAsync(_folder["photos"]);

        Assert.Equal((0, ""), (first.Code, first.Error));
        Assert.Matches(@"^2 products added, 0 updated, 0 unchanged in [\d.]+ s, [\d.]+ a second\.\n$", first.Out);
        Assert.Matches(@"^0 products added, 0 updated, 2 unchanged in ", second.Out);
    }

    [Fact]
    public async Task Bad_rows_are_named_and_the_others_imported()
    {
        _folder.Draw("a.jpg");
        _folder.Write("broken.jpg", "not a picture");
        string table = _folder.Write("products.csv", """
            id,picture,price,season
            A1,a.jpg,39.90,Summer
            B1,a.jpg,cheap,Summer
            C1,missing.jpg,5,Summer
            D1,broken.jpg,5,Summer
            A1,a.jpg,5,Summer

            """);

        var end = await ImportAsync(table);
        var json = await ImportAsync(table, "--json");

        Assert.Equal(1, end.Code);
        Assert.StartsWith("Not used of the table: season.\n", end.Error, StringComparison.Ordinal);
        Assert.Contains("line 3: The price 'cheap' of B1 is no amount such as 39.90.", end.Error, StringComparison.Ordinal);
        Assert.Contains($"line 4: There is no picture {_folder["missing.jpg"]}.", end.Error, StringComparison.Ordinal);
        Assert.Contains("line 5: The file is not a picture.", end.Error, StringComparison.Ordinal);
        Assert.Contains("line 6: The id A1 was in an earlier row already.", end.Error, StringComparison.Ordinal);
        Assert.StartsWith("1 product added, 0 updated, 0 unchanged, 4 failed in ", end.Out, StringComparison.Ordinal);
        var document = JsonElement.Parse(json.Out);
        Assert.Equal((5, 1, 4, false), (Number(document, "total"), Number(document, "unchanged"), Number(document, "failed"),
            document.GetProperty("stopped").GetBoolean()));
        Assert.Equal(["line 3", "line 4", "line 5", "line 6"], document.GetProperty("failures").EnumerateArray()
            .Select(f => f.GetProperty("place").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(["season"], document.GetProperty("unused").EnumerateArray().Select(u => u.GetString()));
    }

    [Fact]
    public async Task More_bad_rows_than_a_person_reads_are_counted()
    {
        _folder.Draw("a.jpg");
        string rows = string.Concat(Enumerable.Range(0, 25).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"B{i},a.jpg,cheap\n")));
        string table = _folder.Write("products.csv", $"id,picture,price\nA1,a.jpg,1\n{rows}");

        var end = await ImportAsync(table);

        Assert.Equal(21, end.Error.TrimEnd().Split('\n').Length);
        Assert.EndsWith("... and 5 more; --json names all.\n", end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_price_is_updated_and_what_vanished_is_retired_on_demand()
    {
        _folder.Draw("a.jpg");
        _folder.Draw("b.jpg", 20, 60, 200);
        string table = _folder.Write("products.csv", Table);
        string[] options = ["--column", "id=sku", "--currency", "EUR"];
        await ImportAsync(table, options);
        _folder.Write("products.csv", "sku,picture,name,price\nA1,a.jpg,Red shirt,29.90\n");

        var kept = await ImportAsync(table, options);
        var retired = await ImportAsync(table, [.. options, "--retire"]);

        Assert.StartsWith("0 products added, 1 updated, 0 unchanged in ", kept.Out, StringComparison.Ordinal);
        Assert.StartsWith("0 products added, 0 updated, 1 unchanged, 1 retired in ", retired.Out, StringComparison.Ordinal);
        var result = JsonElement.Parse((await DrapeProcess.RunAsync(
            "search", "--words", "shirt", "--json", "--home", _folder["home"])).Out).GetProperty("results");
        Assert.Equal(("A1", 29.90m), (Assert.Single(result.EnumerateArray()).GetProperty("product").GetString(),
            result[0].GetProperty("price").GetDecimal()));
    }

    [Fact]
    public async Task A_product_whose_row_went_bad_is_not_retired()
    {
        _folder.Draw("a.jpg");
        _folder.Draw("b.jpg", 20, 60, 200);
        string table = _folder.Write("products.csv", Table);
        await ImportAsync(table, "--column", "id=sku");
        File.Delete(_folder["a.jpg"]);
        _folder.Write("products.csv", Table.Replace("\"1.299,00 €\"", "dear", StringComparison.Ordinal));

        var end = await ImportAsync(table, "--column", "id=sku", "--retire");

        Assert.Contains("2 failed, 0 retired in ", end.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_without_a_single_product_retires_nothing()
    {
        _folder.Draw("a.jpg");
        _folder.Draw("b.jpg", 20, 60, 200);
        string table = _folder.Write("products.csv", Table);
        await ImportAsync(table, "--column", "id=sku");
        _folder.Write("products.csv", Table[..(Table.IndexOf('\n', StringComparison.Ordinal) + 1)]);

        var end = await ImportAsync(table, "--column", "id=sku", "--retire");

        Assert.Contains("0 retired in ", end.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mapping_in_yaml_says_which_column_means_what()
    {
        _folder.Draw("photos/a.jpg");
        string table = _folder.Write("shop.csv", "nr;bild;preis\nA1;a.jpg;39,90\n");
        string mapping = _folder.Write("mapping.yaml", "columns: { id: nr, picture: bild, price: preis }\ncurrency: EUR\npictures: photos\n");

        var end = await ImportAsync(table, "--columns", mapping);

        Assert.Equal((0, ""), (end.Code, end.Error));
    }

    [Fact]
    public async Task After_an_interrupt_the_same_command_goes_on_and_has_every_product_once()
    {
        const int count = 300;
        if (OperatingSystem.IsWindows())
        {
            return; // nothing there sends a Ctrl-C to one process
        }

        for (int i = 0; i < count; i++)
        {
            _folder.Draw($"photos/{i:000}.jpg", (byte)i, (byte)(i * 3), 90);
        }

        using var process = DrapeProcess.Start(["import", _folder["photos"], "--catalog", "shop", "--home", _folder["home"]]);
        while (!process.HasEnded && await ProductsAsync() == 0)
        {
            await Task.Delay(20);
        }

        process.Interrupt();
        var stopped = await process.EndAsync();
        long done = await ProductsAsync();
        var finished = await ImportAsync(_folder["photos"]);

        Assert.Equal(130, stopped.Code);
        Assert.InRange(done, 1, count - 1);
        Assert.Contains($"{done} product", stopped.Error, StringComparison.Ordinal);
        Assert.Contains("Run the same command again to go on.", stopped.Error, StringComparison.Ordinal);
        Assert.StartsWith($"{count - done} products added, 0 updated, {done} unchanged in ", finished.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--catalog takes a name of letters, digits, - and _, at most 64 of them, not ''.", "photos", "--catalog", "")]
    [InlineData("There is no folder or table missing.csv.", "missing.csv", "--catalog", "shop")]
    [InlineData("There is no picture in empty.", "empty", "--catalog", "shop")]
    [InlineData("photos/a.jpg is a picture.", "photos/a.jpg", "--catalog", "shop")]
    [InlineData("--currency is for a table; photos is a folder.", "photos", "--catalog", "shop", "--currency", "EUR")]
    [InlineData("products.csv has no column 'cost'.", "products.csv", "--catalog", "shop", "--column", "price=cost")]
    [InlineData("'price' is no mapping of a column.", "products.csv", "--catalog", "shop", "--column", "price")]
    [InlineData("--delimiter takes one character", "products.csv", "--catalog", "shop", "--delimiter", "||")]
    [InlineData("--currency takes a code of three letters", "products.csv", "--catalog", "shop", "--currency", "Euro")]
    [InlineData("There is no folder none for --pictures.", "products.csv", "--catalog", "shop", "--pictures", "none")]
    [InlineData("The mapping cannot be opened: ", "products.csv", "--catalog", "shop", "--columns", "none.yaml")]
    public async Task What_cannot_be_meant_is_wrong_use_and_makes_nothing(string sentence, params string[] options)
    {
        _folder.Draw("photos/a.jpg");
        _folder.Write("products.csv", "id,picture\nA1,photos/a.jpg\n");
        Directory.CreateDirectory(_folder["empty"]);
        using var process = DrapeProcess.Start(["import", .. options, "--home", _folder["home"]], from: _folder.Path);

        var end = await process.EndAsync();

        Assert.Equal((2, ""), (end.Code, end.Out));
        Assert.StartsWith($"drape: {sentence}", end.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["home"]));
    }

    Task<Finished> ImportAsync(string source, params string[] options) =>
        DrapeProcess.RunAsync(["import", source, "--catalog", "shop", "--home", _folder["home"], .. options]);

    /// <summary>How many products the catalog has, whoever writes to it.</summary>
    async Task<long> ProductsAsync()
    {
        await using var store = await Drape.Store.DrapeStore.OpenAsync(
            new Drape.Store.StoreSettings { Home = _folder["home"] }, new Drape.Store.Blobs.BlobSettings());
        return await store.Catalogs.FindAsync("shop") is { } shop ? (await store.Catalogs.CountAsync(shop.Id)).Products : 0;
    }

    static int Number(JsonElement document, string name) => document.GetProperty(name).GetInt32();
}
