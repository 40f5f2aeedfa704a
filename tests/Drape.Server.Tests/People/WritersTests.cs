using System.Net;
using System.Text.Json;
using Drape.Server.Tests.Closets;
using Drape.Store.Jobs;
using Microsoft.AspNetCore.Hosting;

namespace Drape.Server.Tests.People;

/// <summary>Who may change what all see, where that is not everybody.</summary>
public sealed class WritersTests(ClosedApp app) : IClassFixture<ClosedApp>
{
    public static TheoryData<string, string> Writes => new()
    {
        { "PUT", "/api/v1/catalogs/other" },
        { "DELETE", "/api/v1/catalogs/shop" },
        { "POST", "/api/v1/catalogs/shop/products" },
        { "DELETE", "/api/v1/catalogs/shop/products/a" },
        { "POST", "/api/v1/catalogs/shop/products/a:retire" },
        { "POST", "/api/v1/catalogs/shop/products/a:restore" },
        { "POST", "/api/v1/catalogs/shop/imports" },
        { "POST", "/api/v1/catalogs/shop/products:tag" },
        { "POST", "/api/v1/photos/1:read" },
        { "DELETE", "/api/v1/photos/1" },
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Strangers_and_people_who_do_not_look_after_the_server_change_nothing(string method, string address)
    {
        await app.Store.Catalogs.FindOrCreateAsync("shop");
        var (member, _) = await app.MemberAsync();

        var stranger = await AskAsync(app.CreateClient(), method, address);
        var refused = await AskAsync(member, method, address);

        var problem = await stranger.ProblemAsync(HttpStatusCode.Unauthorized, "urn:drape:request:not-signed-in");
        Assert.Contains("send a key of theirs", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        await refused.ProblemAsync(HttpStatusCode.Forbidden, "urn:drape:request:not-allowed");
        Assert.NotNull(await app.Store.Catalogs.FindAsync("shop"));
        Assert.Null(await app.Store.Catalogs.FindAsync("other"));
    }

    [Fact]
    public async Task Who_looks_after_the_server_changes_catalogs_by_key()
    {
        var (client, _) = await AdministratorAsync();

        Assert.Equal(HttpStatusCode.OK, (await client.PutAsync("/api/v1/catalogs/theirs", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.DeleteAsync("/api/v1/catalogs/theirs")).StatusCode);
    }

    [Fact]
    public async Task Reading_a_photo_is_open_and_keeping_its_reading_is_not()
    {
        byte[] photo = Pictures.File();
        var client = app.CreateClient();
        string Json(bool save) => JsonSerializer.Serialize(new { base64 = Convert.ToBase64String(photo), save });

        var read = await client.PostJsonAsync(Calls.Analyze, Json(save: false));
        var kept = await client.PostJsonAsync(Calls.Analyze, Json(save: true));
        var late = await client.PostAsync(Calls.Analyze, new MultipartFormDataContent
        {
            { new ByteArrayContent(photo), "photo", "photo.jpg" }, { new StringContent("true"), "save" },
        });

        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        await kept.ProblemAsync(HttpStatusCode.Unauthorized, "urn:drape:request:not-signed-in");
        await late.ProblemAsync(HttpStatusCode.Unauthorized, "urn:drape:request:not-signed-in");
        Assert.Empty(await app.Store.Photos.ListAsync(new(), null, 10));
        var (administrator, _) = await AdministratorAsync();
        Assert.Equal(HttpStatusCode.OK, (await administrator.PostJsonAsync(Calls.Analyze, Json(save: true))).StatusCode);
    }

    [Fact]
    public async Task Searching_by_post_is_open()
    {
        await app.Store.Catalogs.FindOrCreateAsync("shop");

        var answer = await app.CreateClient().PostJsonAsync("/api/v1/catalogs/shop/search", """{"words":"shirt"}""");

        Assert.DoesNotContain(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden]);
    }

    [Fact]
    public async Task A_job_is_cancelled_by_whose_it_is_and_by_nobody_else()
    {
        var (owner, person) = await app.MemberAsync();
        var (other, _) = await app.MemberAsync();
        var own = await OrderAsync(person);
        var common = await OrderAsync(null);

        await (await app.CreateClient().PostAsync($"/api/v1/jobs/{common.Id}:cancel", null)).ProblemAsync(
            HttpStatusCode.Unauthorized, "urn:drape:request:not-signed-in");
        await (await other.PostAsync($"/api/v1/jobs/{common.Id}:cancel", null)).ProblemAsync(
            HttpStatusCode.Forbidden, "urn:drape:request:not-allowed");
        Assert.Equal(HttpStatusCode.OK, (await owner.PostAsync($"/api/v1/jobs/{own.Id}:cancel", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await owner.PostAsync($"/api/v1/jobs/{own.Id}:retry", null)).StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/catalogs/{name}", "put", 2)]
    [InlineData("/api/v1/catalogs/{name}", "get", 0)]
    [InlineData("/api/v1/photos/analyze", "post", 3)]
    public async Task The_description_says_who_may(string path, string method, int ways)
    {
        var document = await (await app.CreateClient().GetAsync("/openapi/v1.json")).JsonAsync();
        var operation = document.GetProperty("paths").GetProperty(path).GetProperty(method);

        Assert.Equal(ways, operation.TryGetProperty("security", out var security) ? security.GetArrayLength() : 0);
    }

    async Task<(HttpClient Client, long Person)> AdministratorAsync()
    {
        var (client, person) = await app.MemberAsync();
        await app.Store.People.UpdateAsync((await app.Store.People.GetAsync(person))! with { Administrator = true });
        return (client, person);
    }

    Task<Job> OrderAsync(long? person) => app.Store.Jobs.EnqueueAsync(
        new NewJob { Kind = "nobody-does-it", Payload = JsonElement.Parse("{}"), Person = person });

    static Task<HttpResponseMessage> AskAsync(HttpClient client, string method, string address) =>
        client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address));
}

/// <summary>The application that not everybody may write to. Its first person, who looks after it, is nobody of the tests.</summary>
public sealed class ClosedApp : ClosetApp, IAsyncLifetime
{
    public async Task InitializeAsync() => await MemberAsync();

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseSetting("Api:Writers", "keys");
}
