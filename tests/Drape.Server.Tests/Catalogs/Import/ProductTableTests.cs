using System.Text;
using Drape.Server.Catalogs.Import;

namespace Drape.Server.Tests.Catalogs.Import;

public sealed class ProductTableTests : IDisposable
{
    readonly TemporaryHome _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_row_tells_all_of_a_product()
    {
        var row = Assert.Single(Rows("""
            id,picture,name,name.ko,price,currency,link,category,gender
            A1,a.jpg,"Oxford shirt, navy",옥스퍼드 셔츠,39.90,eur,https://shop.example/a1,Tops,Men
            """)).Row!;

        Assert.Equal(("A1", Path.Combine(_folder.Path, "a.jpg"), "line 2"), (row.Key, row.Picture, row.Place));
        Assert.Equal(("Oxford shirt, navy", "옥스퍼드 셔츠"), (row.Name, row.Names["ko"]));
        Assert.Equal((39.90m, "EUR"), (row.Price, row.Currency));
        Assert.Equal(("https://shop.example/a1", "Tops", "Men"), (row.Link, row.Category, row.Gender));
    }

    [Theory]
    [InlineData("id;picture;price\nA1;a.jpg;39,90")]
    [InlineData("id\tpicture\tprice\nA1\ta.jpg\t39,90")]
    [InlineData("ID,Picture,PRICE\nA1,a.jpg,\"39,90\"")]
    [InlineData("\uFEFFid,picture,price\r\nA1, a.jpg ,39.90\r\n")]
    public void Delimiters_capitals_and_line_ends_are_found_out(string table)
    {
        var row = Assert.Single(Rows(table)).Row!;

        Assert.Equal(("A1", Path.Combine(_folder.Path, "a.jpg"), 39.90m), (row.Key, row.Picture, row.Price));
    }

    [Fact]
    public void A_mapping_says_which_column_means_what()
    {
        var mapping = ColumnMapping.Plain.With("id=sku").With("picture=img").With("price=cost") with { Currency = "USD" };

        var row = Assert.Single(Rows("sku,img,cost\nA1,https://shop.example/a.jpg,5", mapping)).Row!;

        Assert.Equal(("A1", "https://shop.example/a.jpg", 5m, "USD"), (row.Key, row.Picture, row.Price, row.Currency));
    }

    [Fact]
    public void Without_an_id_the_pictures_name_is_the_id() =>
        Assert.Equal(["a", "b"], Rows("picture\nmen/a.jpg\nhttps://shop.example/x/b.png?size=2").Select(r => r.Row!.Key));

    [Fact]
    public void Without_a_picture_column_the_pictures_are_called_after_the_ids()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "photos"));
        string picture = Path.Combine(_folder.Path, "photos", "A1.png");
        File.WriteAllText(picture, "");

        var rows = Rows("id\nA1\nA2", ColumnMapping.Plain with { Pictures = "photos" });

        Assert.Equal(picture, rows[0].Row!.Picture);
        Assert.StartsWith("No picture is called A2 in ", rows[1].Failed!.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A1,a.jpg,cheap,EUR", "The price 'cheap' of A1 is no amount such as 39.90.", "A1")]
    [InlineData("A1,a.jpg,5,Euro", "The currency 'Euro' of A1 is no code of three letters such as EUR.", "A1")]
    [InlineData("A1,,5,EUR", "The product A1 has no picture.", "A1")]
    [InlineData(",b.jpg,5,EUR", "The row has no id.", null)]
    [InlineData("A0,b.jpg,5,EUR", "The id A0 was in an earlier row already.", "A0")]
    public void A_bad_row_is_told_with_its_line_and_its_product(string line, string reason, string? product)
    {
        var given = Rows($"id,picture,price,currency\nA0,a.jpg,1,EUR\n{line}")[1];

        Assert.Equal(new FailedRow("line 3", reason, product), given.Failed);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/products/a1")]
    [InlineData("www.shop.example")]
    [InlineData("https://")]
    public void A_link_that_is_no_web_address_makes_a_bad_row(string link)
    {
        var given = Assert.Single(Rows($"id,picture,link\nA1,a.jpg,{link}"));

        Assert.Equal($"The link '{link}' of A1 is no address that begins with http:// or https://.", given.Failed?.Reason);
    }

    [Fact]
    public void Columns_that_mean_nothing_are_known_and_every_row_is_counted()
    {
        var table = ProductTable.Open(Write("id,picture,season,weight\nA1,a.jpg,x,1\n,,,\nA2,a.jpg,x,2"), ColumnMapping.Plain);

        Assert.Equal(["season", "weight"], table.Unused);
        Assert.Equal((3, 3), (table.Count, table.Rows().Count()));
    }

    [Theory]
    [InlineData("", "is empty. Its first line names the columns.")]
    [InlineData("name,price\nShirt,5", "has neither a column 'id' nor a column 'picture'. Map one.")]
    [InlineData("id,name\nA1,Shirt", "has no column 'picture'. Map one")]
    public void A_table_that_lacks_what_is_needed_is_refused_in_a_sentence(string table, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<ImportException>(() => Rows(table)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_mapped_column_that_is_not_there_is_named_with_those_that_are() =>
        Assert.EndsWith("has no column 'cost'. Its columns are id, picture.", Assert.Throws<ImportException>(
            () => Rows("id,picture\nA1,a.jpg", ColumnMapping.Plain.With("price=cost"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_table_that_is_not_there_is_said_to_be_missing() =>
        Assert.StartsWith("The table cannot be opened: ", Assert.Throws<ImportException>(
            () => ProductTable.Open(Path.Combine(_folder.Path, "none.csv"), ColumnMapping.Plain)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("A1,\"shirt,1\nA2,hat,2\nA3,coat,3")]
    [InlineData("A1,\"shirt,1\nA2,\"hat\",2\nA3,coat,3")]
    [InlineData("A1,\"shirt\" blue,1\nA2,hat,2\nA3,coat,3")]
    [InlineData("A1,\"shirt,1\nA2,hat,2\nA3,\"a \"\"good\"\" coat\",3")]
    public void A_quotation_mark_that_is_not_closed_takes_no_other_row_along(string lines)
    {
        var table = ProductTable.Open(Write("id,name,picture\n" + lines), ColumnMapping.Plain);

        var rows = table.Rows().ToList();

        Assert.Equal(3, table.Count);
        Assert.Equal("line 2", rows[0].Failed!.Place);
        Assert.StartsWith("The quotation marks of this line do not match", rows[0].Failed!.Reason, StringComparison.Ordinal);
        Assert.Equal(["A2", "A3"], rows.Skip(1).Select(r => r.Row!.Key));
        Assert.Equal(["line 3", "line 4"], rows.Skip(1).Select(r => r.Row!.Place));
    }

    [Fact]
    public void A_text_over_several_lines_is_one_text()
    {
        var rows = Rows("id,name,picture\nA1,\"a shirt,\r\nof \"\"linen\"\"\",a.jpg\nA2,14\" hat,b.jpg");

        Assert.Equal(["a shirt,\nof \"linen\"", "14\" hat"], rows.Select(r => r.Row!.Name));
        Assert.Equal(["line 2", "line 4"], rows.Select(r => r.Row!.Place));
    }

    [Fact]
    public void Many_open_quotation_marks_are_each_a_bad_row() =>
        Assert.Equal(3000, Rows("id,picture\n" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"\"A{i},a.jpg\n")))
            .Count(r => r.Failed is not null || r.Row is not null));

    [Fact]
    public void A_table_of_Korean_Excel_is_refused_with_what_to_do_and_read_where_its_encoding_is_told()
    {
        string path = WriteBytes(CodePagesEncodingProvider.Instance.GetEncoding(949)!.GetBytes("id,picture,name\nA1,a.jpg,셔츠\n"));

        var refused = Assert.Throws<ImportException>(() => ProductTable.Open(path, ColumnMapping.Plain, "products.csv"));

        Assert.Equal("products.csv is not written in UTF-8. Save it as UTF-8 (in Excel: 'CSV UTF-8'), or name its encoding: "
            + "cp949 for Korean Excel, windows-1252 for western Excel.", refused.Message);
        foreach (string name in new[] { "cp949", "CP949", "euc-kr", "ks_c_5601-1987" })
        {
            Assert.Equal("셔츠", Assert.Single(ProductTable.Open(path, ColumnMapping.Plain with { Encoding = name }).Rows()).Row!.Name);
        }
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_says_how_a_table_is_written_whatever_was_told(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        string path = WriteBytes([.. encoding.GetPreamble(), .. encoding.GetBytes("id,picture,name\nA1,a.jpg,셔츠\n")]);

        var row = Assert.Single(ProductTable.Open(path, ColumnMapping.Plain with { Encoding = "cp949" }).Rows()).Row!;

        Assert.Equal(("A1", "셔츠"), (row.Key, row.Name));
    }

    [Fact]
    public void An_encoding_that_nobody_knows_is_refused_in_a_sentence() =>
        Assert.StartsWith("No encoding is called 'klingon'. There are utf-8,", Assert.Throws<ImportException>(
            () => Rows("id,picture\n", ColumnMapping.Plain with { Encoding = "klingon" })).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("/9j/4AAQSkZJRgABAQ==")] // the beginning of a JPEG
    [InlineData("UEsDBBQABgAIAAAAIQA=")] // and of a workbook
    public void What_is_no_text_is_refused_without_its_bytes(string base64)
    {
        string message = Assert.Throws<ImportException>(() => ProductTable.Open(
            WriteBytes(Convert.FromBase64String(base64)), ColumnMapping.Plain, "photo.jpg")).Message;

        Assert.StartsWith("photo.jpg ", message, StringComparison.Ordinal);
        Assert.All(message, letter => Assert.InRange(letter, ' ', '~'));
    }

    [Fact]
    public void A_zero_byte_makes_a_bad_row() =>
        Assert.Equal(new FailedRow("line 2", "The row holds a character that is none (a zero byte)."),
            Rows("id,picture\nA1,a\0.jpg\nA2,b.jpg")[0].Failed);

    List<GivenRow> Rows(string table, ColumnMapping? mapping = null) =>
        [.. ProductTable.Open(Write(table), mapping ?? ColumnMapping.Plain).Rows()];

    string Write(string table) => WriteBytes(Encoding.UTF8.GetBytes(table));

    string WriteBytes(byte[] table)
    {
        string path = Path.Combine(_folder.Path, "products.csv");
        File.WriteAllBytes(path, table);
        return path;
    }
}
