using System.Net;
using System.Text.Json;
using Drape.Store.Jobs;

namespace Drape.Server.Tests.Closets;

/// <summary>A job that brings photos into somebody's closet is nobody else's business.</summary>
public sealed class ClosetJobTests(NarrowClosetApp app) : IClassFixture<NarrowClosetApp>
{
    public static TheoryData<string, string> Doors => new()
    {
        { "GET", "" },
        { "GET", "/result" },
        { "POST", ":cancel" },
        { "POST", ":retry" },
    };

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task It_is_not_there_for_others_and_for_nobody(string method, string door)
    {
        var (ann, _) = await app.MemberAsync();
        var (ben, _) = await app.MemberAsync();
        long id = await OrderAsync(ann);

        foreach (var other in (HttpClient[])[ben, app.CreateClient()])
        {
            var answer = await other.SendAsync(new HttpRequestMessage(new HttpMethod(method), $"/api/v1/jobs/{id}{door}"));
            await answer.ProblemAsync(HttpStatusCode.NotFound, "urn:drape:job:not-found");
            Assert.DoesNotContain(id, await ListedAsync(other));
        }

        Assert.NotEqual(JobState.Cancelled, (await app.Store.Jobs.GetAsync(id))!.State);
    }

    [Fact]
    public async Task Its_owner_and_administrators_see_it()
    {
        var (ann, _) = await app.MemberAsync();
        var (eve, person) = await app.MemberAsync();
        await app.Store.People.UpdateAsync((await app.Store.People.GetAsync(person))! with { Administrator = true });
        long id = await OrderAsync(ann);

        foreach (var viewer in (HttpClient[])[ann, eve])
        {
            Assert.Equal(id, (await (await viewer.GetAsync($"/api/v1/jobs/{id}")).ReadingAsync()).GetProperty("id").GetInt64());
            Assert.Contains(id, await ListedAsync(viewer));
        }
    }

    /// <summary>Two photos, which are many here.</summary>
    static async Task<long> OrderAsync(HttpClient client)
    {
        var answer = await client.BringAsync(Pieces.Shirt, Pieces.Jeans);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("id").GetInt64();
    }

    static async Task<IEnumerable<long>> ListedAsync(HttpClient client) =>
        (await (await client.GetAsync("/api/v1/jobs")).ReadingAsync()).GetProperty("jobs").EnumerateArray()
            .Select(job => job.GetProperty("id").GetInt64());
}
