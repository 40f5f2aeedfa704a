using System.Net;
using System.Text.RegularExpressions;

namespace Drape.Server.Tests.People;

public sealed class SignInTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    [Fact]
    public async Task With_address_and_password_one_gets_in_and_out()
    {
        await app.PersonAsync("ann@shop.example");
        var guest = app.Guest();

        var answer = await guest.SignInAsync("ANN@shop.example");
        Assert.Equal("/", answer.Headers.Location?.ToString());
        Assert.True(await guest.IsInAsync());

        await guest.PostAsync("/account/settings", [], handler: null);
        var page = await guest.PageAsync("/");
        string token = Regex.Match(page, "__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        await guest.SendAsync("/account/sign-out", new() { ["__RequestVerificationToken"] = token });
        Assert.False(await guest.IsInAsync());
    }

    [Fact]
    public async Task A_cookie_is_kept_from_scripts_and_from_other_sites()
    {
        await app.PersonAsync("bea@shop.example");

        var answer = await app.Guest().SignInAsync("bea@shop.example");

        string cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("drape=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Whatever_is_wrong_the_answer_is_the_same()
    {
        await app.PersonAsync("cem@shop.example");
        var locked = await app.PersonAsync("dan@shop.example");
        await app.Store.People.LockAsync((await app.KnownAsync("dan@shop.example")).Id, DateTimeOffset.UtcNow.AddHours(1));

        var answers = new List<string>();
        foreach (var (email, password) in ((string, string)[])
            [("cem@shop.example", "a wrong password"), ("nobody@shop.example", "a wrong password"), ("dan@shop.example", PeopleApp.Password)])
        {
            var answer = await app.Guest().SignInAsync(email, password);
            string text = await answer.Content.ReadAsStringAsync();
            answers.Add($"{answer.StatusCode} " + System.Text.RegularExpressions.Regex.Match(text, "role=\"alert\">([^<]+)").Groups[1].Value);
        }

        Assert.StartsWith("OK That did not work.", answers[0], StringComparison.Ordinal);
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task After_many_wrong_tries_even_the_right_password_waits()
    {
        await app.PersonAsync("eve@shop.example");
        for (int i = 0; i < 8; i++)
        {
            await app.Guest().SignInAsync("eve@shop.example", "a wrong password");
        }

        var guest = app.Guest();
        await guest.SignInAsync("eve@shop.example");

        Assert.False(await guest.IsInAsync());
        Assert.NotNull((await app.KnownAsync("eve@shop.example")).Credentials.LockedUntil);
    }

    [Theory]
    [InlineData("/account/settings/keys", "/account/settings/keys")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example", "/")]
    public async Task After_signing_in_one_is_led_on_within_this_server_only(string returnUrl, string led)
    {
        string email = $"{Guid.NewGuid():n}@shop.example";
        await app.PersonAsync(email);

        var answer = await app.Guest().SignInAsync(email, returnUrl: returnUrl);

        Assert.Equal(led, answer.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/preferences/language", "language", "ko")]
    [InlineData("/preferences/theme", "theme", "dark")]
    public async Task A_choice_leads_back_within_this_server_only(string path, string name, string value)
    {
        var guest = app.Guest();
        string page = await guest.PageAsync("/");
        string token = Regex.Match(page, "__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;

        var answer = await guest.SendAsync(path,
            new() { [name] = value, ["returnUrl"] = "//evil.example", ["__RequestVerificationToken"] = token });

        Assert.Equal("/", answer.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/sign-up")]
    [InlineData("/account/forgot")]
    [InlineData("/account/sign-out")]
    [InlineData("/account/settings")]
    [InlineData("/account/settings/data")]
    [InlineData("/preferences/language")]
    public async Task A_form_without_the_pages_token_is_refused(string path)
    {
        var guest = await app.PersonAsync($"{Guid.NewGuid():n}@shop.example");

        var answer = await guest.SendAsync(path, new() { ["Email"] = "x@shop.example", ["Name"] = "x", ["language"] = "ko" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("That did not come through", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account/settings")]
    [InlineData("/account/settings/email")]
    [InlineData("/account/settings/security")]
    [InlineData("/account/settings/authenticator")]
    [InlineData("/account/settings/recovery-codes")]
    [InlineData("/account/settings/sessions")]
    [InlineData("/account/settings/keys")]
    [InlineData("/account/settings/data")]
    [InlineData("/account/settings/confirm-email")]
    public async Task Who_is_not_signed_in_is_led_to_the_door(string path)
    {
        var answer = await app.Guest().GetAsync(path);

        Assert.StartsWith("https://localhost/account/sign-in?returnUrl=", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forgotten_password_is_chosen_anew_by_a_letter_once_and_ends_every_session()
    {
        var before = await app.PersonAsync("gil@shop.example");
        var guest = app.Guest();

        var asked = await guest.PostAsync("/account/forgot", new() { ["Email"] = "gil@shop.example" });
        Assert.Equal("/account/check-mail?about=reset", asked.Headers.Location?.ToString());
        string link = await app.LinkAsync("gil@shop.example", 2);
        var fields = new Dictionary<string, string?> { ["Who"] = null, ["Code"] = null, ["Password"] = "four cold winter socks" };
        await guest.PostAsync(link, fields);

        Assert.False(await before.IsInAsync());
        await guest.SignInAsync("gil@shop.example", "four cold winter socks");
        Assert.True(await guest.IsInAsync());
        Assert.Contains("This link has ended", await app.Guest().PageAsync(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_for_a_letter_tells_nothing_of_who_has_an_account()
    {
        var asked = await app.Guest().PostAsync("/account/forgot", new() { ["Email"] = "nobody@shop.example" });

        Assert.Equal("/account/check-mail?about=reset", asked.Headers.Location?.ToString());
        await WaitForLettersAsync();
        Assert.DoesNotContain(Directory.Exists(Path.Combine(app.Home, "mail")) ? Directory.GetFiles(Path.Combine(app.Home, "mail")) : [],
            file => File.ReadAllText(file).Contains("nobody@shop.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_second_step_takes_a_code_once()
    {
        var person = await app.PersonAsync("han@shop.example");
        string key = await TurnOnAsync(person, "han@shop.example");
        string code = Totp.Now(key, steps: 1);

        var guest = app.Guest();
        var first = await guest.SignInAsync("han@shop.example");
        Assert.True(first.Headers.Location is not null, await first.Content.ReadAsStringAsync());
        string step = first.Headers.Location!.ToString();
        Assert.StartsWith("/account/two-factor", step, StringComparison.Ordinal);
        Assert.False(await guest.IsInAsync());
        await guest.PostAsync(step, new() { ["Code"] = "000000", ["Recovery"] = "false" });
        Assert.False(await guest.IsInAsync());
        await guest.PostAsync(step, new() { ["Code"] = code, ["Recovery"] = "false" });
        Assert.True(await guest.IsInAsync());

        var thief = app.Guest();
        await thief.SignInAsync("han@shop.example");
        await thief.PostAsync(step, new() { ["Code"] = code, ["Recovery"] = "false" });
        Assert.False(await thief.IsInAsync());
    }

    [Fact]
    public async Task A_recovery_code_stands_in_once()
    {
        var person = await app.PersonAsync("ida@shop.example");
        await TurnOnAsync(person, "ida@shop.example");
        string codes = await person.PageAsync("/account/settings/recovery-codes");
        string code = System.Text.RegularExpressions.Regex.Match(codes, "<li><code>([^<]+)").Groups[1].Value;

        foreach (bool works in (bool[])[true, false])
        {
            var guest = app.Guest();
            string step = (await guest.SignInAsync("ida@shop.example")).Headers.Location!.ToString();
            await guest.PostAsync(step + "&recovery=true", new() { ["Code"] = code, ["Recovery"] = "true" });
            Assert.Equal(works, await guest.IsInAsync());
        }
    }

    [Fact]
    public async Task Without_the_first_step_there_is_no_second()
    {
        var answer = await app.Guest().GetAsync("/account/two-factor");

        Assert.Equal("/account/sign-in", answer.Headers.Location?.ToString());
    }

    /// <summary>Pairs an authenticator as its person does.</summary>
    async Task<string> TurnOnAsync(Guest person, string email)
    {
        await person.PageAsync("/account/settings/authenticator");
        string key = (await app.KnownAsync(email)).Credentials.AuthenticatorKey!;
        var answer = await person.PostAsync("/account/settings/authenticator", new() { ["Code"] = Totp.Now(key) });
        Assert.Equal("/account/settings/recovery-codes", answer.Headers.Location?.ToString());
        return key;
    }

    async Task WaitForLettersAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await app.Store.Database.ReadAsync((c, _) => Dapper.SqlMapper.ExecuteScalarAsync<int>(c, "select count(*) from letter")) > 0)
        {
            await Task.Delay(30, patience.Token);
        }
    }
}
