using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Drape.Server.Tests.People;

/// <summary>Signing in with another service, which here is one on loopback.</summary>
public sealed class ServiceTests(ServiceTests.ServiceApp app) : IClassFixture<ServiceTests.ServiceApp>
{
    [Theory]
    [InlineData("Kakao", "지수")]
    [InlineData("Facebook", "Ann")]
    public async Task Somebody_new_chooses_a_name_and_is_in_the_next_time_is_in_at_once(string service, string name)
    {
        app.Provider.Who = service == "Kakao"
            ? """{ "id": 4242, "properties": { "nickname": "지수" } }""" : """{ "id": "77", "name": "Ann", "email": "ann@shop.example" }""";
        var guest = app.Guest();

        string back = await ThroughAsync(guest, service);
        string page = await guest.PageAsync(back);
        Assert.Contains($"value=\"{name}\"", page, StringComparison.Ordinal);
        await guest.PostAsync(back, new() { ["Name"] = name, ["ReturnUrl"] = "/" });
        Assert.True(await guest.IsInAsync());

        var again = app.Guest();
        string home = await ThroughAsync(again, service);
        Assert.Equal("/", (await again.GetAsync(home)).Headers.Location?.ToString());
        Assert.True(await again.IsInAsync());
    }

    [Fact]
    public async Task An_address_that_a_service_claims_opens_nobodys_account()
    {
        await app.PersonAsync("victim@shop.example");
        app.Provider.Who = """{ "id": "666", "name": "Mallory", "email": "victim@shop.example" }""";
        var guest = app.Guest();

        string back = await ThroughAsync(guest, "Facebook");
        await guest.PostAsync(back, new() { ["Name"] = "Mallory", ["ReturnUrl"] = "/" });

        var me = await (await guest.Client.GetAsync("/api/v1/me")).ReadingAsync();
        Assert.Equal("Mallory", me.GetProperty("name").GetString());
        Assert.False(me.TryGetProperty("email", out _));
    }

    [Fact]
    public async Task Who_is_signed_in_connects_a_service_and_disconnects_it()
    {
        var ann = await app.PersonAsync("connect@shop.example");
        app.Provider.Who = """{ "id": "900", "name": "Ann" }""";

        string back = await ThroughAsync(ann, "Facebook");
        await ann.GetAsync(back);
        long id = (await app.KnownAsync("connect@shop.example")).Id;
        Assert.Equal("900", Assert.Single(await app.Store.Logins.ListAsync(id)).Key);

        await ann.PostAsync("/account/settings/security", new() { ["provider"] = "Facebook" }, "Remove");
        Assert.Empty(await app.Store.Logins.ListAsync(id));
    }

    [Fact]
    public async Task Somebody_who_comes_back_without_having_been_sent_is_not_let_in()
    {
        var answer = await app.Guest().GetAsync("/signin-kakao?code=abc&state=invented");

        Assert.Equal("/account/sign-in?failed=service", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Another_sites_page_does_not_send_anybody()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account/service?service=Kakao");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        var answer = await app.Guest().Client.SendAsync(request);

        Assert.Equal("/account/sign-in", answer.Headers.Location?.ToString());
    }

    /// <summary>To the service and back; answers with where one is led then.</summary>
    async Task<string> ThroughAsync(Guest guest, string service)
    {
        var sent = await guest.GetAsync($"/account/service?service={service}&returnUrl=/");
        var there = sent.Headers.Location!;
        Assert.StartsWith(app.Provider.Url, there.ToString(), StringComparison.Ordinal);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var back = (await browser.GetAsync(there)).Headers.Location!;
        var landed = await guest.GetAsync(back.PathAndQuery);
        return landed.Headers.Location!.ToString();
    }

    /// <summary>The application with a service on loopback.</summary>
    public sealed class ServiceApp : PeopleApp
    {
        internal FakeService Provider { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            foreach (string service in (string[])["Kakao", "Facebook"])
            {
                builder.UseSetting($"SignIn:{service}:Id", "id").UseSetting($"SignIn:{service}:Secret", "secret")
                    .UseSetting($"SignIn:{service}:Authorize", Provider.Url + "/authorize")
                    .UseSetting($"SignIn:{service}:Token", Provider.Url + "/token")
                    .UseSetting($"SignIn:{service}:Information", Provider.Url + "/me");
            }
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            Provider.Dispose();
        }
    }

    /// <summary>A service that lets everybody in as whom it is told.</summary>
    internal sealed class FakeService : IDisposable
    {
        readonly WebApplication _app;

        public FakeService()
        {
            var builder = WebApplication.CreateBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            _app = builder.Build();
            _app.MapGet("/authorize", (string redirect_uri, string state) =>
                Results.Redirect($"{redirect_uri}?code=abc&state={Uri.EscapeDataString(state)}"));
            _app.MapPost("/token", () => Results.Json(new { access_token = "token", token_type = "bearer" }));
            _app.MapGet("/me", () => Results.Text(Who, "application/json"));
            _app.StartAsync().GetAwaiter().GetResult();
        }

        public string Who { get; set; } = "{}";

        public string Url => _app.Urls.First();

        public void Dispose() => _app.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
