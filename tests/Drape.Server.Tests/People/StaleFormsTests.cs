using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Drape.Server.Tests.People;

public sealed class StaleFormsTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    const string Token = "__RequestVerificationToken";

    [Theory]
    [InlineData("/closet?type=jeans", "/closet?type=jeans")]
    [InlineData("https://elsewhere.example/", "/")]
    public async Task A_second_tab_at_the_door_goes_on_where_the_first_got_in(string wanted, string led)
    {
        string email = $"{Guid.NewGuid():n}@shop.example";
        await app.PersonAsync(email);
        var guest = app.Guest();
        string second = await guest.PageAsync("/account/sign-in");
        await guest.SignInAsync(email);

        var answer = await guest.SendAsync("/account/sign-in", new()
        {
            ["Email"] = email, ["Password"] = PeopleApp.Password, ["returnUrl"] = wanted, [Token] = TokenIn(second),
        });

        Assert.Equal((HttpStatusCode.Redirect, led), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task A_page_that_outlived_its_session_leads_to_the_door()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/looks/7?handler=Like")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create(Token, "of the session that has ended")]),
        };
        request.Headers.Add("HX-Request", "true");
        request.Headers.Add("HX-Current-URL", "https://localhost/looks/7");

        var answer = await app.Guest().Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("/account/sign-in?returnUrl=%2Flooks%2F7", answer.Headers.GetValues("HX-Redirect").Single());
    }

    [Fact]
    public async Task So_does_a_form_with_a_file()
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent("of the session that has ended"), Token }, { new ByteArrayContent(new byte[100_000]), "photo", "look.jpg" },
        };

        var answer = await app.Guest().Client.PostAsync("/looks/new", form);

        Assert.Equal((HttpStatusCode.Redirect, "/account/sign-in"), (answer.StatusCode, answer.Headers.Location?.AbsolutePath));
    }

    [Fact]
    public async Task Somebody_elses_form_inside_does_nothing_and_is_refused()
    {
        var ann = await app.PersonAsync($"{Guid.NewGuid():n}@shop.example");
        string theirs = await (await app.PersonAsync($"{Guid.NewGuid():n}@shop.example")).PageAsync("/account/settings");

        var answer = await ann.SendAsync("/account/settings", new() { ["Name"] = "Mallory", [Token] = TokenIn(theirs) });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("Mallory", await ann.PageAsync("/account/settings"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/looks/7?handler=Like")]
    [InlineData("/account/sign-in")]
    public async Task A_form_without_any_token_stays_refused(string path) => Assert.Equal(HttpStatusCode.BadRequest,
        (await app.Guest().SendAsync(path, new() { ["on"] = "true" })).StatusCode);

    [Theory]
    [InlineData("/account/sign-up")]
    [InlineData("/preferences/language")]
    public async Task What_anybody_may_send_stays_refused_with_a_token_that_is_none(string path) => Assert.Equal(HttpStatusCode.BadRequest,
        (await app.Guest().SendAsync(path, new() { [Token] = "of a page that has ended" })).StatusCode);

    [Fact]
    public async Task A_damaged_form_is_the_senders_fault()
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes("--x\r\nContent-Disposition: form-data; name=\"photo"));
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");

        var answer = await app.Guest().Client.PostAsync("/looks/new", content);

        await answer.ProblemAsync(HttpStatusCode.BadRequest, "urn:drape:request:malformed");
    }

    static string TokenIn(string page) => Regex.Match(page, $"name=\"{Token}\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
}
