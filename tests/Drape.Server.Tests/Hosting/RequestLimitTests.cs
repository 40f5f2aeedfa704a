using System.Globalization;
using System.Net;
using Drape.Server.Tests.Closets;
using Microsoft.AspNetCore.Hosting;

namespace Drape.Server.Tests.Hosting;

/// <summary>How often the API may be asked.</summary>
public sealed class RequestLimitTests
{
    [Fact]
    public async Task One_person_asks_so_often_and_others_are_not_held_up()
    {
        await using var app = new BusyPersonApp();
        var (ann, _) = await app.MemberAsync();
        var (ben, _) = await app.MemberAsync();
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await ann.GetAsync("/api/v1/me")).StatusCode);
        }

        var refused = await ann.GetAsync("/api/v1/me");

        await refused.ProblemAsync(HttpStatusCode.TooManyRequests, "urn:drape:request:too-many");
        int wait = int.Parse(refused.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture);
        Assert.InRange(wait, 1, 60);
        Assert.Equal(HttpStatusCode.OK, (await ben.GetAsync("/api/v1/me")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.CreateClient().GetAsync("/api/v1/catalogs")).StatusCode);
    }

    [Fact]
    public async Task From_one_address_comes_so_much_whoever_asks_and_whether_the_key_is_right()
    {
        await using var app = new BusyAddressApp();
        var stranger = app.CreateClient();
        stranger.DefaultRequestHeaders.Authorization = new("Bearer", "drape_none");
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("/api/v1/me")).StatusCode);
        }

        await (await stranger.GetAsync("/api/v1/me")).ProblemAsync(HttpStatusCode.TooManyRequests, "urn:drape:request:too-many");
        await (await app.CreateClient().GetAsync("/api/v1/catalogs")).ProblemAsync(
            HttpStatusCode.TooManyRequests, "urn:drape:request:too-many");
    }

    [Fact]
    public async Task Pages_their_files_and_probes_are_not_counted()
    {
        await using var app = new BusyAddressApp();
        var client = app.CreateClient();
        for (int i = 0; i < 12; i++)
        {
            foreach (string path in (string[])["/", "/css/base.css", "/health/live"])
            {
                Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(path)).StatusCode);
            }
        }

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/catalogs")).StatusCode);
    }

    [Fact]
    public async Task Pictures_are_not_counted()
    {
        await using var app = new BusyPersonApp();
        var (ann, _) = await app.MemberAsync();
        for (int i = 0; i < 8; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await ann.GetAsync("/api/v1/closet/1/picture")).StatusCode);
        }
    }

    sealed class BusyPersonApp : ClosetApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseSetting("Limits:RequestsOfPerson", "4");
    }

    sealed class BusyAddressApp : ClosetApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseSetting("Limits:RequestsOfAddress", "4");
    }
}
