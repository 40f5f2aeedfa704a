using System.IO.Compression;
using System.Net;
using Drape.Imaging;
using Drape.Server.People.Data;
using Drape.Store.Blobs;
using Drape.Store.Looks;
using Microsoft.Extensions.DependencyInjection;

namespace Drape.Server.Tests.Looks;

/// <summary>Posting a look, and what its author does with it.</summary>
public sealed class PostTests(LooksApp app, NarrowLooksApp narrow) : IClassFixture<LooksApp>, IClassFixture<NarrowLooksApp>
{
    [Fact]
    public async Task A_look_is_posted_with_what_the_server_reads_of_it()
    {
        var (ann, _, handle) = await app.PersonAsync();

        var look = await (await ann.PostLookAsync(visibility: "public", section: "women", text: "Monday")).ReadingAsync();

        Assert.Equal("business-casual", look.GetProperty("styles")[0].GetProperty("style").GetString());
        Assert.Equal(79, look.GetProperty("score").GetProperty("value").GetInt32());
        Assert.Equal(("Monday", "women", "public", handle), (look.GetProperty("text").GetString(),
            look.GetProperty("section").GetString(), look.GetProperty("visibility").GetString(),
            look.GetProperty("author").GetProperty("handle").GetString()));
    }

    [Fact]
    public async Task Nothing_of_who_stands_beside_is_posted()
    {
        var (ann, _, _) = await app.PersonAsync();

        var look = await (await ann.PostLookAsync()).ReadingAsync();

        Assert.Equal(["blazer", "jeans"],
            look.GetProperty("garments").EnumerateArray().Select(garment => garment.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task A_score_that_is_sent_counts_for_nothing()
    {
        var (ann, _, _) = await app.PersonAsync();
        var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(LooksApp.Photo), "photo", "plain.jpg" }, { new StringContent("100"), "score" },
            { new StringContent("formal"), "style" },
        };

        var look = await (await ann.PostAsync(Posting.Looks, form)).ReadingAsync();

        Assert.Equal("street", look.GetProperty("styles")[0].GetProperty("style").GetString());
        Assert.InRange(look.GetProperty("score").GetProperty("value").GetInt32(), 1, 70);
    }

    [Fact]
    public async Task Its_picture_is_encoded_anew_without_what_the_camera_wrote()
    {
        var (ann, _, _) = await app.PersonAsync();
        byte[] tagged = [.. LooksApp.Photo[..2], 0xFF, 0xFE, 0, 12, .. "SecretGPS1"u8, .. LooksApp.Photo[2..]];
        var look = await (await ann.PostLookAsync(file: tagged)).ReadingAsync();

        byte[] picture = await app.CreateClient().GetByteArrayAsync(look.GetProperty("picture").GetString());
        byte[] preview = await app.CreateClient().GetByteArrayAsync(look.GetProperty("preview").GetString());

        Assert.Equal(-1, picture.AsSpan().IndexOf("SecretGPS1"u8));
        Assert.Equal((PhotoFormat.Jpeg, 360, 480), PhotoDecoder.Identify(picture) is var p ? (p.Format, p.Width, p.Height) : default);
        Assert.Equal(PhotoFormat.Webp, PhotoDecoder.Identify(preview).Format);
    }

    [Fact]
    public async Task What_nobody_wears_is_no_look()
    {
        var (ann, _, _) = await app.PersonAsync();

        await (await ann.PostLookAsync("shirt.jpg")).ProblemAsync(HttpStatusCode.UnprocessableEntity, "urn:drape:style:no-outfit");
    }

    [Theory]
    [InlineData("everybody", null, null)]
    [InlineData(null, "cats", null)]
    [InlineData(null, null, "a\0b")]
    public async Task What_cannot_be_said_of_a_look_is_a_problem(string? visibility, string? section, string? text)
    {
        var (ann, _, _) = await app.PersonAsync();

        await (await ann.PostLookAsync(visibility: visibility, section: section, text: text))
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "urn:drape:look:wrong-details");
    }

    [Fact]
    public async Task Only_who_is_signed_in_posts()
    {
        await (await app.CreateClient().PostLookAsync())
            .ProblemAsync(HttpStatusCode.Unauthorized, "urn:drape:request:not-signed-in");
        var (ben, _) = await app.VisitorAsync();
        await (await ben.PostLookAsync()).ProblemAsync(HttpStatusCode.Forbidden, "urn:drape:request:missing-token");
    }

    [Fact]
    public async Task Nobody_posts_says_or_reports_more_than_they_may()
    {
        var (ann, _, _) = await narrow.PersonAsync();
        var (ben, _, _) = await narrow.PersonAsync();
        long first = await ann.LookAsync(), second = await ben.LookAsync();

        await (await ann.PostLookAsync()).ProblemAsync(HttpStatusCode.UnprocessableEntity, "urn:drape:look:too-many");
        await (await ann.SayAsync(first, "One")).ReadingAsync();
        await (await ann.SayAsync(first, "Two")).ProblemAsync(HttpStatusCode.UnprocessableEntity, "urn:drape:look:too-talkative");
        const string spam = """{"reason": "spam"}""";
        Assert.Equal(HttpStatusCode.NoContent, (await ann.PostJsonAsync($"{Posting.Looks}/{second}/reports", spam)).StatusCode);
        await (await ann.PostJsonAsync($"{Posting.Looks}/{first}/reports", spam))
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "urn:drape:look:too-many-reports");
    }

    [Fact]
    public async Task What_is_said_of_it_is_changed_and_it_is_taken_away_and_brought_back()
    {
        var (ann, _, _) = await app.PersonAsync();
        long id = await ann.LookAsync();
        string address = $"{Posting.Looks}/{id}";

        var changed = await (await ann.PatchAsync(address, new StringContent(
            """{"text": "New words", "visibility": "private"}""", System.Text.Encoding.UTF8, "application/json"))).ReadingAsync();
        Assert.Equal(("New words", "private"),
            (changed.GetProperty("text").GetString(), changed.GetProperty("visibility").GetString()));

        Assert.Equal(HttpStatusCode.NoContent, (await ann.DeleteAsync(address)).StatusCode);
        await (await ann.GetAsync(address)).ProblemAsync(HttpStatusCode.NotFound, "urn:drape:look:not-found");
        await (await ann.PostAsync(address + ":restore", null)).ReadingAsync();
        await (await ann.GetAsync(address)).ReadingAsync();
    }

    [Fact]
    public async Task A_download_has_all_of_it_and_a_deleted_account_leaves_nothing()
    {
        var (ann, person) = await app.VisitorAsync();
        var (ben, _, _) = await app.PersonAsync();
        var posted = await app.Store.Looks.AddAsync(person, await NewAsync(), new LookLimits(10, 10, 10, 10));
        long his = await ben.LookAsync();
        await app.Store.Comments.AddAsync(person, his, "I like the hem.", new LookLimits(10, 10, 10, 10));
        await app.Store.Looks.LikeAsync(person, his, true);

        await using var file = new MemoryStream(await ann.GetByteArrayAsync("/api/v1/me/data"));
        using var archive = new ZipArchive(file);
        using var reader = new StreamReader(archive.GetEntry("looks/looks.json")!.Open());
        string document = await reader.ReadToEndAsync();
        Assert.Contains("I like the hem.", document, StringComparison.Ordinal);
        Assert.NotNull(archive.GetEntry($"looks/{posted!.Id}.jpg"));

        var account = (await app.Store.People.GetAsync(person))!;
        using var scope = app.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<PersonalArchive>().DeleteAsync(account, default);

        Assert.Null(await app.Store.Blobs.ReadAsync(posted.Picture));
        Assert.Equal((0, 0), await app.Store.Looks.GetAsync(Viewer.Anybody, his) is { } left ? (left.Likes, left.Comments) : default);
    }

    async Task<NewLook> NewAsync() => new()
    {
        Picture = await app.Store.Blobs.PutAsync("a picture of hers alone"u8.ToArray(), "image/jpeg"),
        Preview = await app.Store.Blobs.PutAsync("the same, small"u8.ToArray(), "image/webp"),
        Reading = Eva.DressedLook.Smart().Seen().Reading,
        Score = 50,
        Harmony = 0.5,
    };
}
