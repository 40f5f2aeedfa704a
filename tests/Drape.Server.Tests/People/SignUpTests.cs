using System.Net;
using Drape.Store.People;

namespace Drape.Server.Tests.People;

public sealed class SignUpTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    [Fact]
    public async Task Somebody_signs_up_confirms_and_is_signed_in()
    {
        var guest = app.Guest();
        await guest.SignUpAsync("ann@shop.example");
        Assert.Null(await app.Store.People.FindByEmailAsync("ann@shop.example"));

        string link = await app.LinkAsync("ann@shop.example");
        Assert.Null(await app.Store.People.FindByEmailAsync("ann@shop.example")); // a link that is looked at does nothing
        await guest.PageAsync(link);
        Assert.False(await guest.IsInAsync());
        var done = await guest.PostAsync(link, new() { ["Code"] = null });

        Assert.Equal("/account/settings", done.Headers.Location?.ToString());
        Assert.True(await guest.IsInAsync());
        Assert.Equal("Ann", (await app.KnownAsync("ann@shop.example")).Name);
        Assert.Contains("This link has ended", await app.Guest().PageAsync(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_another_browser_the_password_is_asked_for()
    {
        await app.Guest().SignUpAsync("bea@shop.example");
        string link = await app.LinkAsync("bea@shop.example");
        var other = app.Guest();

        var wrong = await other.PostAsync(link, new() { ["Code"] = null, ["Password"] = "another password" });
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        Assert.Null(await app.Store.People.FindByEmailAsync("bea@shop.example"));

        await other.PostAsync(link, new() { ["Code"] = null, ["Password"] = PeopleApp.Password });
        Assert.True(await other.IsInAsync());
    }

    [Fact]
    public async Task A_known_address_is_answered_alike_and_its_person_told()
    {
        await app.PersonAsync("cem@shop.example");
        var stranger = app.Guest();

        await stranger.SignUpAsync("CEM@shop.example", "Thief", "a password of a thief");
        var letters = await app.MailAsync("CEM@shop.example", 2);

        Assert.Contains("/account/forgot", letters[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("/account/confirm", letters[^1], StringComparison.Ordinal);
        Assert.Equal("Ann", (await app.KnownAsync("cem@shop.example")).Name);
    }

    [Theory]
    [InlineData("", "dan@shop.example", PeopleApp.Password, "Write a name")]
    [InlineData("Dan", "dan@shop", "short", "at least 10 characters")]
    [InlineData("Dan", "no address", PeopleApp.Password, "This is no e-mail address")]
    [InlineData("Dan", "dan@shop.example", "aaaaaaaaaaaa", "easy to guess")]
    [InlineData("Dan", "dan@shop.example", "1234567890", "easy to guess")]
    [InlineData("Dan", "dan@shop.example", "P@ssw0rd2026!", "easy to guess")]
    [InlineData("Dan", "dan@shop.example", "qwertyuiop", "easy to guess")]
    [InlineData("Dan", "dan@shop.example", "iloveyou12", "easy to guess")]
    [InlineData("Dan", "dan@shop.example", "qlalfqjsgh1!", "easy to guess")]
    [InlineData("\u200B\u2060", "dan@shop.example", PeopleApp.Password, "Write a name")]
    [InlineData("\u3164", "dan@shop.example", PeopleApp.Password, "Write a name")]
    [InlineData("Dan\u202Enna", "dan@shop.example", PeopleApp.Password, "Write a name")]
    [InlineData("Dan", "daniel.the.man@shop.example", "daniel.the.man", "easy to guess")]
    public async Task What_cannot_be_taken_is_said_beside_its_field(string name, string email, string password, string sentence)
    {
        var answer = await app.Guest().PostAsync("/account/sign-up",
            new() { ["Name"] = name, ["Email"] = email, ["Password"] = password });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(sentence, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_is_written_in_the_language_of_the_page()
    {
        var guest = app.Guest();
        guest.Client.DefaultRequestHeaders.Add("Cookie", "drape-language=ko");
        await guest.SignUpAsync("eun@shop.example");

        Assert.Contains("주소 확인하기", (await app.MailAsync("eun@shop.example", 1))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_in_letters_do_not_lead_where_a_request_says_it_was_sent()
    {
        var guest = app.Guest();
        guest.Client.DefaultRequestHeaders.Host = "evil.example";
        await guest.SignUpAsync("fay@shop.example");

        Assert.DoesNotContain("evil.example", (await app.MailAsync("fay@shop.example", 1))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_the_store_nothing_signs_in()
    {
        await app.Guest().SignUpAsync("gil@shop.example");
        string code = (await app.LinkAsync("gil@shop.example")).Split('=')[1];

        Assert.NotNull(await app.Store.SignUps.FindAsync(code));
        Assert.Null(await app.Store.SignUps.FindAsync(Secret.Hash(code)));
    }
}
