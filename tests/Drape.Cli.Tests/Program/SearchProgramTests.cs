using System.Text.Json;

namespace Drape.Cli.Tests.Program;

public sealed class SearchProgramTests(SampleShop shop) : IClassFixture<SampleShop>
{
    [Fact]
    public async Task A_photo_finds_its_own_product_first()
    {
        var answer = await AnswerAsync(SampleShop.Photo("skirt"), "--limit", "3");

        var first = answer.GetProperty("results")[0];
        Assert.Equal(3, answer.GetProperty("results").GetArrayLength());
        Assert.Equal(("K1", "shop"), (first.GetProperty("product").GetString(), first.GetProperty("catalog").GetString()));
        Assert.InRange(first.GetProperty("score").GetDouble(), 0.9, 1);
    }

    [Fact]
    public async Task The_answer_has_the_shape_that_the_api_has()
    {
        var answer = await AnswerAsync(SampleShop.Photo("shirt"), "--limit", "1");

        var query = answer.GetProperty("query");
        Assert.Equal((0, "shirt"), (query.GetProperty("garment").GetInt32(), query.GetProperty("type").GetString()));
        Assert.Equal(4, query.GetProperty("garments")[0].GetProperty("box").GetArrayLength());
        var result = answer.GetProperty("results")[0];
        Assert.Equal(["catalog", "product", "score", "type", "colour", "pattern", "name", "price", "currency", "link", "picture"],
            result.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("Oxford", 39.90m, "EUR", SampleShop.Photo("shirt")), (result.GetProperty("name").GetString(),
            result.GetProperty("price").GetDecimal(), result.GetProperty("currency").GetString(), result.GetProperty("picture").GetString()));
    }

    [Fact]
    public async Task For_people_it_is_a_table_under_the_garments_of_the_photo()
    {
        var end = await RunAsync(SampleShop.Photo("shirt"), "--limit", "2");

        string[] lines = end.Out.Split('\n');
        Assert.Equal((0, ""), (end.Code, end.Error));
        Assert.Matches("^  0  shirt, .+  \\(looked for\\)$", lines[1]);
        Assert.Contains("--garment whole", lines[2], StringComparison.Ordinal);
        Assert.Matches("^  score  product +type +colour +pattern +name +price +link$", lines[4]);
        Assert.Matches("^  1\\.00   S1 +shirt +.+ +solid +Oxford +39\\.90 EUR +https://shop\\.example/s1$", lines[5]);
    }

    [Theory]
    [InlineData("blue jeans", "J1")]
    [InlineData("파랑 청바지", "J1")]
    [InlineData("체크 치마", "K1")]
    [InlineData("summer dress", "D1")]
    [InlineData("원피스", "D1")]
    [InlineData("옥스퍼드", "S1")]
    public async Task Words_find_names_and_readings_in_english_and_korean(string words, string product)
    {
        var answer = await AnswerAsync("--words", words);

        Assert.Equal([product], Products(answer));
    }

    [Fact]
    public async Task A_colour_finds_what_has_it_first() =>
        Assert.Equal("K1", Products(await AnswerAsync("--colour", "#6b3439"))[0]);

    [Fact]
    public async Task A_product_finds_others_and_not_itself()
    {
        string[] found = Products(await AnswerAsync("--like", "S1"));

        Assert.NotEmpty(found);
        Assert.DoesNotContain("S1", found);
    }

    [Fact]
    public async Task Filters_leave_only_what_passes_them_all() => Assert.Equal(["P1", "S1"], Products(await AnswerAsync(
        "--price-from", "30", "--price-to", "39.90")).Order(StringComparer.Ordinal));

    [Fact]
    public async Task The_whole_photo_can_be_looked_for()
    {
        var answer = await AnswerAsync(SampleShop.Photo("dress"), "--garment", "whole");

        Assert.False(answer.GetProperty("query").TryGetProperty("garment", out _));
        Assert.Equal(8, answer.GetProperty("results").GetArrayLength());
    }

    [Fact]
    public async Task Nothing_found_is_an_answer_that_says_what_may_be_too_narrow()
    {
        var end = await RunAsync("--words", "shirt", "--price-to", "1");

        Assert.Equal((0, ""), (end.Code, end.Error));
        Assert.Equal("No product was found. Search with fewer of --price-to, --words.", end.Out.TrimEnd());
    }

    [Theory]
    [InlineData("There is no garment '7' in the photo. It shows one, number 0; or ask for 'whole'.", "PHOTO", "--garment", "7")]
    [InlineData("There is no catalog 'other'. There is shop.", "PHOTO", "--catalog", "other")]
    [InlineData("No catalog has a product 'X9'.", "--like", "X9")]
    [InlineData("Nothing is looked for.", "--limit", "3")]
    [InlineData("--colour takes a web colour such as #1f2a4d, not 'navy'.", "--colour", "navy")]
    [InlineData("--limit takes a whole number from 1 to 200.", "--words", "shirt", "--limit", "0")]
    [InlineData("--diverse takes a number from 0 to 1.", "--words", "shirt", "--diverse", "2")]
    [InlineData("drape search has no option '--lik'. Did you mean '--like'?", "--lik")]
    [InlineData("--garment chooses in a photo; give one.", "--words", "shirt", "--garment", "1")]
    [InlineData("There is no file missing.jpg.", "missing.jpg")]
    [InlineData("No price is at least 50 and at most 20.", "--price-from", "50", "--price-to", "20")]
    public async Task What_cannot_be_meant_is_wrong_use_in_a_sentence(string sentence, params string[] options)
    {
        var end = await RunAsync([.. options.Select(o => o == "PHOTO" ? SampleShop.Photo("shirt") : o)]);

        Assert.Equal((2, ""), (end.Code, end.Out));
        Assert.StartsWith($"drape: {sentence}", end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_that_cannot_be_read_is_named_with_its_reason()
    {
        string file = Path.Combine(AppContext.BaseDirectory, "Drape.Cli.dll");

        var end = await RunAsync(file);

        Assert.Equal((1, ""), (end.Code, end.Out));
        Assert.StartsWith($"{file}: The file is not a picture.", end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_catalog_it_says_how_to_make_one()
    {
        using var empty = new TemporaryFolder();

        var end = await DrapeProcess.RunAsync("search", "--words", "shirt", "--home", empty.Path);

        Assert.Equal(2, end.Code);
        Assert.Contains("'drape import FOLDER --catalog NAME' makes one", end.Error, StringComparison.Ordinal);
    }

    Task<Finished> RunAsync(params string[] options) => DrapeProcess.RunAsync(["search", .. options, "--home", shop.Home]);

    async Task<JsonElement> AnswerAsync(params string[] options)
    {
        var end = await RunAsync([.. options, "--json"]);
        Assert.Equal((0, ""), (end.Code, end.Error));
        return JsonElement.Parse(end.Out);
    }

    static string[] Products(JsonElement answer) =>
        [.. answer.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("product").GetString()!)];
}
