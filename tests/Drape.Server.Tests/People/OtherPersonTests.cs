using System.Net;
using System.Net.Http.Json;
using Drape.Store.People;

namespace Drape.Server.Tests.People;

/// <summary>What is one person's, tried by another.</summary>
public sealed class OtherPersonTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    [Fact]
    public async Task Nobody_ends_anothers_session()
    {
        var (ann, bea) = await TwoAsync();
        long annsSession = Assert.Single(await app.Store.Sessions.ListAsync(ann.Person.Id)).Id;

        await bea.Guest.PostAsync("/account/settings/sessions", new() { ["id"] = $"{annsSession}" }, "End");
        await bea.Guest.PostAsync("/account/settings/sessions", [], "EndOthers");

        Assert.True(await ann.Guest.IsInAsync());
    }

    [Fact]
    public async Task Nobody_ends_or_sees_anothers_key()
    {
        var (ann, bea) = await TwoAsync();
        var (key, token) = await app.Store.AccessTokens.CreateAsync(ann.Person.Id, "anns script", null);

        await bea.Guest.PostAsync("/account/settings/keys", new() { ["id"] = $"{token.Id}" }, "End");
        var ended = await bea.Guest.CallAsync(HttpMethod.Delete, $"/api/v1/me/tokens/{token.Id}");

        await ended.ProblemAsync(HttpStatusCode.NotFound, "urn:drape:request:no-token");
        Assert.DoesNotContain("anns script", await bea.Guest.PageAsync("/account/settings/keys"), StringComparison.Ordinal);
        Assert.Equal(ann.Person.Id, await app.Store.AccessTokens.PersonOfAsync(key));
    }

    [Fact]
    public async Task The_link_of_ones_new_address_works_for_nobody_else()
    {
        var (ann, bea) = await TwoAsync();
        string wanted = $"{Guid.NewGuid():n}@shop.example";
        await ann.Guest.PostAsync("/account/settings/email", new() { ["NewEmail"] = wanted, ["Password"] = PeopleApp.Password });
        string link = await app.LinkAsync(wanted);

        await bea.Guest.PostAsync(link, new() { ["Email"] = null, ["Code"] = null });
        Assert.Equal(bea.Person.Email, (await app.Store.People.GetAsync(bea.Person.Id))!.Email);

        await ann.Guest.PostAsync(link, new() { ["Email"] = null, ["Code"] = null });
        Assert.Equal(wanted, (await app.Store.People.GetAsync(ann.Person.Id))!.Email);
        Assert.True(await ann.Guest.IsInAsync());
    }

    [Fact]
    public async Task A_link_for_one_address_gives_no_other()
    {
        var (ann, _) = await TwoAsync();
        string wanted = $"{Guid.NewGuid():n}@shop.example";
        await ann.Guest.PostAsync("/account/settings/email", new() { ["NewEmail"] = wanted, ["Password"] = PeopleApp.Password });
        string link = await app.LinkAsync(wanted);

        await ann.Guest.PostAsync(link, new() { ["Email"] = "boss@shop.example", ["Code"] = null });

        Assert.Equal(ann.Person.Email, (await app.Store.People.GetAsync(ann.Person.Id))!.Email);
    }

    [Fact]
    public async Task The_link_of_ones_reset_changes_nobody_elses_password()
    {
        var (ann, bea) = await TwoAsync();
        await app.Guest().PostAsync("/account/forgot", new() { ["Email"] = ann.Person.Email });
        string link = await app.LinkAsync(ann.Person.Email!, 2);

        string stolen = link.Replace(ann.Person.Handle, bea.Person.Handle, StringComparison.Ordinal);
        Assert.Contains("This link has ended", await app.Guest().PageAsync(stolen), StringComparison.Ordinal);
        var guest = app.Guest();
        await guest.SignInAsync(bea.Person.Email!);
        Assert.True(await guest.IsInAsync());
    }

    [Fact]
    public async Task What_one_downloads_has_nothing_of_another()
    {
        var (ann, bea) = await TwoAsync();

        string text = await DownloadAsync(bea.Guest);

        Assert.Contains(bea.Person.Email!, text, StringComparison.Ordinal);
        Assert.DoesNotContain(ann.Person.Email!, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_downloads_has_no_secret()
    {
        var (ann, _) = await TwoAsync();

        string text = await DownloadAsync(ann.Guest);

        var kept = (await app.Store.People.GetAsync(ann.Person.Id))!.Credentials;
        Assert.DoesNotContain(kept.PasswordHash!, text, StringComparison.Ordinal);
        Assert.DoesNotContain(kept.Stamp, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleting_ones_account_leaves_the_others_and_signs_out_everywhere()
    {
        var (ann, bea) = await TwoAsync();
        var (key, _) = await app.Store.AccessTokens.CreateAsync(ann.Person.Id, "script", null);

        var wrong = await ann.Guest.PostAsync("/account/settings/data", new() { ["Password"] = "a wrong password", ["Sure"] = "true" });
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        Assert.NotNull(await app.Store.People.GetAsync(ann.Person.Id));
        await ann.Guest.PostAsync("/account/settings/data", new() { ["Password"] = PeopleApp.Password, ["Sure"] = "true" });

        Assert.Null(await app.Store.People.GetAsync(ann.Person.Id));
        Assert.False(await ann.Guest.IsInAsync());
        Assert.Null(await app.Store.AccessTokens.PersonOfAsync(key));
        Assert.True(await bea.Guest.IsInAsync());
    }

    [Fact]
    public async Task A_key_acts_for_its_person_and_makes_no_keys()
    {
        var (ann, _) = await TwoAsync();
        var made = await ann.Guest.CallAsync(HttpMethod.Post, "/api/v1/me/tokens", JsonContent.Create(new { name = "script", days = 3 }));
        string key = (await made.ReadingAsync()).GetProperty("key").GetString()!;
        using var program = app.CreateClient();
        program.DefaultRequestHeaders.Add("Authorization", $"Bearer {key}");

        var me = await (await program.GetAsync("/api/v1/me")).ReadingAsync();
        Assert.Equal(ann.Person.Handle, me.GetProperty("handle").GetString());
        await (await program.PostAsJsonAsync("/api/v1/me/tokens", new { name = "more" }))
            .ProblemAsync(HttpStatusCode.Forbidden, "urn:drape:request:browser-only");
        await (await program.GetAsync("/api/v1/me/data")).ProblemAsync(HttpStatusCode.Forbidden, "urn:drape:request:browser-only");
    }

    [Fact]
    public async Task A_wrong_key_is_nobody_even_with_a_right_cookie()
    {
        var (ann, _) = await TwoAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me");
        request.Headers.Add("Authorization", "Bearer drape_wrong");

        await (await ann.Guest.Client.SendAsync(request)).ProblemAsync(HttpStatusCode.Unauthorized, "urn:drape:request:not-signed-in");
    }

    [Fact]
    public async Task A_browsers_request_without_the_pages_token_changes_nothing()
    {
        var (ann, _) = await TwoAsync();

        var answer = await ann.Guest.CallAsync(
            HttpMethod.Post, "/api/v1/me/tokens", JsonContent.Create(new { name = "script" }), token: false);

        await answer.ProblemAsync(HttpStatusCode.Forbidden, "urn:drape:request:missing-token");
        Assert.Empty(await app.Store.AccessTokens.ListAsync(ann.Person.Id));
    }

    [Theory]
    [InlineData("""{ "name": "" }""")]
    [InlineData("""{ "name": "x", "days": 0 }""")]
    [InlineData("""{ "name": "x", "days": 100000 }""")]
    public async Task A_wish_for_a_key_that_makes_no_sense_is_refused(string json)
    {
        var (ann, _) = await TwoAsync();

        var answer = await ann.Guest.CallAsync(HttpMethod.Post, "/api/v1/me/tokens",
            new StringContent(json, System.Text.Encoding.UTF8, "application/json"));

        await answer.ProblemAsync(HttpStatusCode.BadRequest, "urn:drape:request:wrong-parameter");
    }

    [Fact]
    public async Task Changing_the_password_needs_the_old_one_and_ends_the_other_sessions()
    {
        var (ann, _) = await TwoAsync();
        var elsewhere = app.Guest();
        await elsewhere.SignInAsync(ann.Person.Email!);

        await ann.Guest.PostAsync("/account/settings/security",
            new() { ["Password"] = "a wrong password", ["NewPassword"] = "four cold winter socks" }, "Password");
        Assert.True(await elsewhere.IsInAsync());
        await ann.Guest.PostAsync("/account/settings/security",
            new() { ["Password"] = PeopleApp.Password, ["NewPassword"] = "four cold winter socks" }, "Password");

        Assert.False(await elsewhere.IsInAsync());
        Assert.True(await ann.Guest.IsInAsync());
        await elsewhere.SignInAsync(ann.Person.Email!, "four cold winter socks");
        Assert.True(await elsewhere.IsInAsync());
    }

    [Fact]
    public async Task A_picture_is_kept_square_and_without_what_the_camera_wrote()
    {
        var (ann, bea) = await TwoAsync();
        byte[] file = Drape.Imaging.PhotoEncoder.Encode(Pictures.Striped(600, 400), Drape.Imaging.PhotoFormat.Jpeg, orientation: 6);
        Assert.True(file.AsSpan().IndexOf("Exif"u8) >= 0);

        var answer = await SendPictureAsync(ann.Guest, file);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);

        byte[] kept = await app.Guest().Client.GetByteArrayAsync($"/people/{ann.Person.Handle}/picture");
        Assert.True(kept.AsSpan().IndexOf("Exif"u8) < 0);
        var header = Drape.Imaging.PhotoDecoder.Identify(kept);
        Assert.Equal(header.Width, header.Height);
        Assert.Equal(HttpStatusCode.NotFound, (await bea.Guest.GetAsync($"/people/{bea.Person.Handle}/picture")).StatusCode);
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_with_a_sentence()
    {
        var (ann, _) = await TwoAsync();

        var answer = await SendPictureAsync(ann.Guest, Pictures.Svg());

        Assert.Contains("This picture cannot be used", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null((await app.Store.People.GetAsync(ann.Person.Id))!.Picture);
    }

    [Fact]
    public async Task A_name_is_shown_as_text_whatever_it_holds()
    {
        var guest = await app.PersonAsync($"{Guid.NewGuid():n}@shop.example", "<script>alert(1)</script>");

        string page = await guest.PageAsync("/");

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
    }

    async Task<((Guest Guest, Person Person) Ann, (Guest Guest, Person Person) Bea)> TwoAsync() => (await OneAsync(), await OneAsync());

    async Task<(Guest, Person)> OneAsync()
    {
        string email = $"{Guid.NewGuid():n}@shop.example";
        return (await app.PersonAsync(email), await app.KnownAsync(email));
    }

    static async Task<string> DownloadAsync(Guest guest)
    {
        var answer = await guest.Client.GetAsync("/api/v1/me/data");
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        using var archive = new System.IO.Compression.ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(archive.GetEntry("account/account.json")!.Open());
        return await reader.ReadToEndAsync();
    }

    static async Task<HttpResponseMessage> SendPictureAsync(Guest guest, byte[] file)
    {
        string page = await guest.PageAsync("/account/settings");
        string token = System.Text.RegularExpressions.Regex.Match(page, "__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new ByteArrayContent(file), "Picture", "me.jpg" },
        };
        return await guest.Client.PostAsync("/account/settings?handler=Picture", form);
    }
}
