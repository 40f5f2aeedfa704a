using System.Net;

namespace Drape.Server.Tests.People;

public sealed class SecureSiteTests(SecureSiteApp app) : IClassFixture<SecureSiteApp>
{
    [Fact]
    public async Task Where_people_come_over_https_cookies_are_kept_to_it_and_to_this_host()
    {
        await app.PersonAsync("ann@shop.example");
        using var plain = app.CreateClient(new() { BaseAddress = new Uri("http://localhost"), AllowAutoRedirect = false });

        var page = await plain.GetAsync("/account/sign-in");
        var signedIn = await app.Guest().SignInAsync("ann@shop.example");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.All(page.Headers.GetValues("Set-Cookie").Concat(signedIn.Headers.GetValues("Set-Cookie")), cookie =>
        {
            Assert.StartsWith("__Host-drape", cookie, StringComparison.Ordinal);
            Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task Links_in_letters_lead_to_the_address_that_people_type()
    {
        await app.Guest().SignUpAsync("bea@shop.example");

        Assert.Contains("https://drape.example/account/confirm?code=", (await app.MailAsync("bea@shop.example", 1))[^1], StringComparison.Ordinal);
    }
}
