using System.Net;
using System.Text.RegularExpressions;
using Drape.Imaging;
using Drape.Server.Tests.Closets;
using Drape.Store.Looks;
using Microsoft.AspNetCore.Hosting;

namespace Drape.Server.Tests.Looks;

/// <summary>The pages, as others see them; and what a shared link brings.</summary>
public sealed class LookPageTests(LooksApp app, LookPageTests.KakaoApp kakao)
    : IClassFixture<LooksApp>, IClassFixture<LookPageTests.KakaoApp>
{
    /// <summary>A site that has an app at Kakao.</summary>
    public sealed class KakaoApp : LooksApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Share:KakaoKey", "abc&123").UseSetting("Site:Url", "https://drape.example");
        }
    }

    [Fact]
    public async Task Another_persons_private_look_is_not_there_and_its_forms_do_nothing()
    {
        var (ann, person, _) = await app.PersonAsync();
        long id = await ann.LookAsync(LookVisibility.Private);
        var (ben, _) = await app.VisitorAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await ben.GetAsync($"/looks/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ben.GetAsync($"/looks/{id}/report")).StatusCode);
        await DoNothingAsync(ben, id, "Like", "Scrap", "Follow", "Comment", "Uncomment", "Change", "Delete", "Restore");

        var look = (await app.Store.Looks.GetAsync(new Viewer(person), id))!;
        Assert.Equal((0, 0, null, LookVisibility.Private),
            (look.Likes, look.Comments, look.Details.Text, look.Details.Visibility));
    }

    [Fact]
    public async Task What_everybody_sees_only_its_author_changes()
    {
        var (ann, _, _) = await app.PersonAsync();
        long id = await ann.LookAsync();
        var (ben, _) = await app.VisitorAsync();

        Assert.DoesNotContain("handler=Change", await ben.GetStringAsync($"/looks/{id}"), StringComparison.Ordinal);
        await DoNothingAsync(ben, id, "Change", "Delete", "Restore");

        Assert.Null((await app.Store.Looks.GetAsync(Viewer.Anybody, id))!.Details.Text);
    }

    [Theory]
    [InlineData("/looks/new")]
    [InlineData("/looks?scope=following")]
    [InlineData("/looks?scope=own")]
    [InlineData("/looks?scope=scrapped")]
    [InlineData("/moderation")]
    public async Task Who_is_not_signed_in_is_led_to_the_door(string page)
    {
        var answer = await app.CreateClient(new() { AllowAutoRedirect = false }).GetAsync(page);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/account/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_are_for_those_who_look_after_the_server()
    {
        var (ben, person) = await app.VisitorAsync();
        Assert.NotNull(await app.Store.People.UpdateAsync((await app.Store.People.GetAsync(person))! with { Administrator = false }));

        var page = await ben.GetAsync("/moderation");

        Assert.Contains("/account/denied", page.RequestMessage!.RequestUri!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_looks_after_the_server_hides_what_was_reported()
    {
        var (cho, person) = await app.VisitorAsync();
        Assert.NotNull(await app.Store.People.UpdateAsync((await app.Store.People.GetAsync(person))! with { Administrator = true }));
        var (ann, _, _) = await app.PersonAsync();
        var (ben, _, _) = await app.PersonAsync();
        long id = await ann.LookAsync();
        await ben.PostJsonAsync($"{Posting.Looks}/{id}/reports", """{"reason": "spam"}""");

        var answer = await cho.PostFormAsync("/moderation", "/moderation?handler=Decide",
            new() { ["look"] = id.ToString(System.Globalization.CultureInfo.InvariantCulture), ["hide"] = "true" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null(await app.Store.Looks.GetAsync(Viewer.Anybody, id));
    }

    [Fact]
    public async Task A_page_that_is_shared_has_a_preview_and_one_for_few_has_none()
    {
        var (ann, person, _) = await kakao.PersonAsync();
        long open = await ann.LookAsync(), closed = await ann.LookAsync(LookVisibility.Followers);
        string page = await kakao.CreateClient(new() { BaseAddress = new Uri("https://localhost") }).GetStringAsync($"/looks/{open}");

        Assert.Equal($"https://drape.example/looks/{open}", Meta(page, "og:url"));
        Assert.StartsWith($"https://drape.example/api/v1/looks/{open}/card?", Meta(page, "og:image"), StringComparison.Ordinal);
        Assert.Equal("summary_large_image", Meta(page, "twitter:card"));
        Assert.Equal("Ann’s business casual look", WebUtility.HtmlDecode(Meta(page, "og:title")));
        Assert.Contains("sharer.kakao.com/picker/link?app_key=abc%26123", page, StringComparison.Ordinal);
        Assert.NotNull(await kakao.Store.Looks.GetAsync(new Viewer(person), closed));
        Assert.Equal(HttpStatusCode.NotFound, (await kakao.CreateClient(new() { BaseAddress = new Uri("https://localhost") })
            .GetAsync($"/looks/{closed}")).StatusCode);
    }

    [Fact]
    public async Task Who_posted_for_few_the_last_time_is_offered_that_again()
    {
        var (ben, person) = await app.VisitorAsync();
        Assert.Matches("value=\"public\" checked", await ben.GetStringAsync("/looks/new"));
        var (key, _) = await app.Store.AccessTokens.CreateAsync(person, "test", null);
        var program = app.CreateClient();
        program.DefaultRequestHeaders.Authorization = new("Bearer", key);

        await program.LookAsync(LookVisibility.Private, section: "men");

        string page = await ben.GetStringAsync("/looks/new");
        Assert.Matches("value=\"private\" checked", page);
        Assert.Matches("value=\"men\" selected", page);
    }

    [Theory]
    [InlineData("en", "Your look is in the lookbook.", false)]
    [InlineData("ko", "룩을 올렸어요.", false)]
    [InlineData("en", "Your look is in the lookbook.", true)]
    public async Task Who_has_posted_is_told_so_once_by_the_page_that_comes_next(string language, string sentence, bool script)
    {
        var (ben, _) = await app.VisitorAsync();
        ben.DefaultRequestHeaders.Add("Accept-Language", language);
        string page = await ben.GetStringAsync("/looks/new");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/looks/new")
        {
            Content = new MultipartFormDataContent
            {
                { new StringContent(Regex.Match(page, "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value), "__RequestVerificationToken" },
                { new ByteArrayContent(LooksApp.Photo), "photo", "look.jpg" },
            },
        };
        if (script)
        {
            request.Headers.Add("Prefer", "return=minimal");
        }

        var answer = await ben.SendAsync(request);
        string shown = script ? await ben.GetStringAsync(answer.Headers.Location) : await answer.Content.ReadAsStringAsync();
        string path = script ? answer.Headers.Location!.ToString() : answer.RequestMessage!.RequestUri!.AbsolutePath;

        Assert.Equal(script ? HttpStatusCode.Created : HttpStatusCode.OK, answer.StatusCode);
        Assert.Matches($"<div id=\"said\" role=\"status\"[^>]*>\\s*<p class=\"notice good\">{Regex.Escape(sentence)}</p>", shown);
        Assert.DoesNotContain(sentence, await ben.GetStringAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_nothing_goes_to_kakao()
    {
        var (ann, _, _) = await app.PersonAsync();

        string page = await app.CreateClient().GetStringAsync($"/looks/{await ann.LookAsync()}");

        Assert.DoesNotContain("kakao.com", page, StringComparison.Ordinal);
        Assert.Contains("https://x.com/intent/post?url=", page, StringComparison.Ordinal);
        Assert.Contains("https://www.facebook.com/sharer/sharer.php?u=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_is_drawn_of_what_is_open_and_for_its_author_alone_of_the_rest()
    {
        var (ann, _, handle) = await app.PersonAsync();
        var (ben, _, _) = await app.PersonAsync();
        await ben.PutAsync($"/api/v1/people/{handle}/follow");
        string open = $"{Posting.Looks}/{await ann.LookAsync()}/card", closed = $"{Posting.Looks}/{await ann.LookAsync(LookVisibility.Followers)}/card";

        byte[] english = await app.CreateClient().GetByteArrayAsync(open), korean = await app.CreateClient().GetByteArrayAsync(open + "?language=ko");

        var header = PhotoDecoder.Identify(english);
        Assert.Equal((PhotoFormat.Png, 1200, 630), (header.Format, header.Width, header.Height));
        Assert.False(english.AsSpan().SequenceEqual(korean));
        Assert.Equal(HttpStatusCode.OK, (await ann.GetAsync(closed)).StatusCode);
        await (await ben.GetAsync(closed)).ProblemAsync(HttpStatusCode.NotFound, "urn:drape:look:no-card");
        await (await app.CreateClient().GetAsync(closed)).ProblemAsync(HttpStatusCode.NotFound, "urn:drape:look:not-found");
    }

    static string Meta(string page, string name) =>
        WebUtility.HtmlDecode(Regex.Match(page, $"(?:property|name)=\"{name}\" content=\"([^\"]*)\"").Groups[1].Value);

    static async Task DoNothingAsync(HttpClient ben, long id, params string[] handlers)
    {
        foreach (string handler in handlers)
        {
            var answer = await ben.PostFormAsync("/looks/new", $"/looks/{id}?handler={handler}",
                new() { ["on"] = "true", ["text"] = "mine", ["comment"] = "1", ["visibility"] = "public" });
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{handler} answered {(int)answer.StatusCode}");
        }
    }
}
