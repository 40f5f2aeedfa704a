using System.Net;
using System.Reflection;
using System.Text.Json;
using Drape.Server.Photos;

namespace Drape.Server.Tests.Photos;

public sealed class SavedPhotoTests(ShopApp app, OtherServer other) : IClassFixture<ShopApp>, IClassFixture<OtherServer>
{
    const string Path = "/api/v1/photos";
    readonly HttpClient _client = app.CreateClient();

    [Fact]
    public async Task A_photo_by_url_is_read_and_saved_in_one_call()
    {
        string url = other["/shirt.jpg?one-call"];

        var answer = await SaveAsync(url);

        Assert.Equal(url, answer.GetProperty("source").GetString());
        Assert.Equal($"{Path}/{answer.GetProperty("id").GetInt64()}", answer.GetProperty("saved").GetString());
        Assert.NotEmpty(answer.GetProperty("garments").EnumerateArray());
        Assert.All(answer.GetProperty("garments").EnumerateArray(), garment =>
        {
            Assert.NotEmpty(garment.GetProperty("colour").GetString()!);
            Assert.NotEmpty(garment.GetProperty("pattern").GetString()!);
            foreach (string question in (string[])["gender", "masterCategory", "subCategory", "articleType"])
            {
                Assert.NotEmpty(garment.GetProperty("attributes").GetProperty(question).GetString()!);
            }
        });
    }

    [Fact]
    public async Task A_saved_photo_is_given_again_as_it_was_answered()
    {
        var answer = await SaveAsync(other["/shirt.jpg?again"]);

        var given = await (await _client.GetAsync(answer.GetProperty("saved").GetString())).ReadingAsync();

        Assert.Equal(answer.GetRawText(), given.GetRawText());
    }

    [Fact]
    public async Task The_same_url_twice_is_one_row()
    {
        var first = await SaveAsync(other["/shirt.jpg?twice"]);
        var second = await SaveAsync(other["/shirt.jpg?twice#top"]);

        Assert.Equal(first.GetProperty("id").GetInt64(), second.GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task A_url_that_is_kept_is_answered_without_fetching_it_again()
    {
        var first = await SaveAsync(other["/shirt.jpg?kept"]);
        int before = other.Calls;

        var second = await SaveAsync(other["/shirt.jpg?kept"]);

        Assert.Equal(before, other.Calls);
        Assert.Equal(first.GetRawText(), second.GetRawText());
    }

    [Fact]
    public async Task A_url_that_is_kept_is_read_again_where_that_is_asked()
    {
        string url = other["/shirt.jpg?read-anew"];
        var first = await SaveAsync(url);
        int before = other.Calls;

        var second = await (await PostAsync($$"""{"reread":true,"url":"{{url}}","save":true}""")).ReadingAsync();

        Assert.Equal(before + 1, other.Calls);
        Assert.Equal(first.GetProperty("id").GetInt64(), second.GetProperty("id").GetInt64());
        Assert.True(second.GetProperty("readAt").GetDateTimeOffset() > first.GetProperty("readAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_url_that_is_not_to_be_saved_is_read_though_it_is_kept()
    {
        string url = other["/shirt.jpg?both"];
        await SaveAsync(url);

        var answer = await (await PostAsync($$"""{"url":"{{url}}"}""")).ReadingAsync();

        Assert.False(answer.TryGetProperty("id", out _));
    }

    [Fact]
    public async Task Without_save_nothing_is_kept()
    {
        int before = await CountAsync();

        var answer = await (await PostAsync($$"""{"url":"{{other["/shirt.jpg?not"]}}","save":false}""")).ReadingAsync();

        Assert.False(answer.TryGetProperty("id", out _));
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task A_photo_in_base64_is_saved_without_a_source()
    {
        string text = Convert.ToBase64String(Pictures.File(Imaging.PhotoFormat.Webp));

        var answer = await (await PostAsync($$"""{"save":true,"base64":"{{text}}"}""")).ReadingAsync();

        Assert.True(answer.TryGetProperty("id", out _));
        Assert.False(answer.TryGetProperty("source", out _));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_form_may_say_it_before_or_after_the_photo(bool before)
    {
        using var form = new MultipartFormDataContent();
        if (before)
        {
            form.Add(new StringContent("true"), "save");
        }

        form.Add(new ByteArrayContent(Pictures.File(Imaging.PhotoFormat.Png)), "photo", "shirt.png");
        if (!before)
        {
            form.Add(new StringContent("on"), "save");
        }

        var answer = await (await _client.PostAsync(Calls.Analyze, form)).ReadingAsync();

        Assert.Equal("shirt.png", answer.GetProperty("photo").GetString());
        Assert.True(answer.GetProperty("id").GetInt64() > 0);
    }

    [Fact]
    public async Task Of_several_photos_each_that_could_be_read_is_saved()
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Pictures.File()), "photo", "a.jpg" },
            { new ByteArrayContent(Pictures.Truncated()), "photo", "b.jpg" },
            { new StringContent("true"), "save" },
        };

        var all = await (await _client.PostAsync(Calls.Analyze, form)).ReadingAsync();

        Assert.Equal($"{Path}/{all[0].GetProperty("id").GetInt64()}", all[0].GetProperty("saved").GetString());
        Assert.False(all[1].TryGetProperty("id", out _));
    }

    [Fact]
    public async Task A_wish_that_is_neither_true_nor_false_is_a_problem()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("perhaps"), "save" },
            { new ByteArrayContent(Pictures.File()), "photo", "a.jpg" },
        };

        await (await _client.PostAsync(Calls.Analyze, form)).ProblemAsync(
            HttpStatusCode.BadRequest, "urn:drape:request:wrong-parameter");
        await (await PostAsync($$"""{"url":"{{other["/shirt.jpg"]}}","save":"yes"}""")).ProblemAsync(
            HttpStatusCode.BadRequest, "urn:drape:request:wrong-parameter");
    }

    [Fact]
    public async Task A_url_too_long_to_be_kept_is_a_problem()
    {
        string url = other["/shirt.jpg?" + new string('a', 2000)];

        await (await PostAsync($$"""{"url":"{{url}}","save":true}""")).ProblemAsync(
            HttpStatusCode.UnprocessableEntity, "urn:drape:saved-photo:long-url");
    }

    [Fact]
    public async Task A_saved_photo_is_found_by_each_thing_that_was_read()
    {
        var saved = await SaveAsync(other["/shirt.jpg?found"]);
        var garment = saved.GetProperty("garments")[0];
        var words = garment.GetProperty("attributes");

        foreach (string query in (string[])
        [
            $"articleType={Word(words, "articleType")}&gender={Word(words, "gender")}",
            $"masterCategory={Word(words, "masterCategory")}&subCategory={Word(words, "subCategory")}",
            $"type={Word(garment, "type")}&colour={Word(garment, "colour")}&pattern={Word(garment, "pattern")}",
        ])
        {
            Assert.Contains(saved.GetProperty("id").GetInt64(), await FindAsync(query));
        }
    }

    [Fact]
    public async Task A_photo_without_such_a_garment_is_not_found()
    {
        await SaveAsync(other["/shirt.jpg?other"]);

        Assert.Empty(await FindAsync("articleType=Wedding%20Dress"));
    }

    [Fact]
    public async Task A_filter_with_a_slip_of_the_pen_is_a_problem()
    {
        await (await _client.GetAsync($"{Path}?articelType=Shirts")).ProblemAsync(
            HttpStatusCode.BadRequest, "urn:drape:request:wrong-parameter");
    }

    [Fact]
    public async Task Photos_are_listed_from_the_newest_page_by_page()
    {
        using var own = new ShopApp();
        var client = own.CreateClient();
        var saved = new List<long>();
        foreach (string name in (string[])["a", "b", "c"])
        {
            var answer = await client.PostJsonAsync(Calls.Analyze, $$"""{"url":"{{other["/shirt.jpg?" + name]}}","save":true}""");
            saved.Add((await answer.ReadingAsync()).GetProperty("id").GetInt64());
        }

        var first = await (await client.GetAsync($"{Path}?limit=2")).ReadingAsync();
        var second = await (await client.GetAsync($"{Path}?limit=2&after={first.GetProperty("next").GetInt64()}")).ReadingAsync();

        Assert.Equal(saved.AsEnumerable().Reverse(), Ids(first).Concat(Ids(second)));
        Assert.False(second.TryGetProperty("next", out _));
    }

    [Fact]
    public async Task A_url_is_fetched_and_read_again_on_demand()
    {
        var saved = await SaveAsync(other["/shirt.jpg?reread"]);
        int before = other.Calls;

        var again = await (await _client.PostAsync($"{saved.GetProperty("saved").GetString()}:read", null)).ReadingAsync();

        Assert.Equal(before + 1, other.Calls);
        Assert.Equal(saved.GetProperty("id").GetInt64(), again.GetProperty("id").GetInt64());
        Assert.True(again.GetProperty("readAt").GetDateTimeOffset() > saved.GetProperty("readAt").GetDateTimeOffset());
        Assert.Equal(saved.GetProperty("savedAt").GetRawText(), again.GetProperty("savedAt").GetRawText());
    }

    [Fact]
    public async Task A_photo_that_was_sent_cannot_be_fetched_again()
    {
        string text = Convert.ToBase64String(Pictures.File(Imaging.PhotoFormat.Gif));
        var saved = await (await PostAsync($$"""{"save":true,"base64":"{{text}}"}""")).ReadingAsync();

        await (await _client.PostAsync($"{saved.GetProperty("saved").GetString()}:read", null)).ProblemAsync(
            HttpStatusCode.Conflict, "urn:drape:saved-photo:no-source");
    }

    [Fact]
    public async Task A_deleted_photo_is_gone()
    {
        var saved = await SaveAsync(other["/shirt.jpg?deleted"]);
        string address = saved.GetProperty("saved").GetString()!;

        await (await _client.DeleteAsync(address)).ReadingAsync();

        await (await _client.GetAsync(address)).ProblemAsync(HttpStatusCode.NotFound, "urn:drape:saved-photo:not-found");
        await (await _client.DeleteAsync(address)).ProblemAsync(HttpStatusCode.NotFound, "urn:drape:saved-photo:not-found");
    }

    [Fact]
    public void The_answer_has_all_that_a_reading_has()
    {
        static IEnumerable<string> Members(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => p.Name);

        Assert.Empty(Members(typeof(PhotoReading)).Except(Members(typeof(PhotoAnswer))));
    }

    async Task<JsonElement> SaveAsync(string url) =>
        await (await PostAsync($$"""{"url":"{{url}}","save":true}""")).ReadingAsync();

    Task<HttpResponseMessage> PostAsync(string json) => _client.PostJsonAsync(Calls.Analyze, json);

    async Task<int> CountAsync() => (await FindAsync("limit=500")).Count();

    async Task<IEnumerable<long>> FindAsync(string query) =>
        Ids(await (await _client.GetAsync($"{Path}?{query}")).ReadingAsync());

    static IEnumerable<long> Ids(JsonElement page) =>
        page.GetProperty("photos").EnumerateArray().Select(photo => photo.GetProperty("id").GetInt64());

    static string Word(JsonElement element, string name) => Uri.EscapeDataString(element.GetProperty(name).GetString()!);
}
