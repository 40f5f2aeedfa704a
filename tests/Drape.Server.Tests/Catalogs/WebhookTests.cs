using System.Text.Json;
using System.Text.Json.Nodes;

namespace Drape.Server.Tests.Catalogs;

public sealed class WebhookTests(CatalogApp app, PictureServer shop) : IClassFixture<CatalogApp>, IClassFixture<PictureServer>
{
    const string Secret = "known to the shop alone";

    /// <summary>How often a delivery is sent within one attempt of its job.</summary>
    const int SendsAnAttempt = 5;

    [Fact]
    public async Task A_webhook_that_keeps_failing_is_called_again_later_and_the_job_says_why_it_waits()
    {
        string catalog = await FilledAsync();
        shop.Calls.Clear();
        shop.Stumbles = SendsAnAttempt;

        var ordered = await TagAsync(catalog);
        var waiting = await app.UntilAsync(
            ordered, job => job.TryGetProperty("runAt", out _) && job.TryGetProperty("message", out _));
        var result = await app.ResultOfAsync(ordered);

        Assert.Equal("The webhook's server 127.0.0.1 answered 503.", waiting.GetProperty("message").GetString());
        Assert.Equal(1, waiting.GetProperty("attempts").GetInt32());
        Assert.Equal(1, result.GetProperty("sent").GetInt64());
        var calls = shop.Calls.ToArray();
        Assert.Equal(SendsAnAttempt + 1, calls.Length);
        Assert.Single(calls.Select(call => call.Delivery).Distinct());
        Assert.True(calls[^1].At - calls[^2].At > TimeSpan.FromSeconds(4),
            "The last pause is that of the job, not of the sending.");
    }

    [Fact]
    public async Task The_secret_is_answered_nowhere_and_forgotten_when_the_tags_were_sent()
    {
        string catalog = await FilledAsync();
        shop.Stumbles = 0;

        var ordered = await TagAsync(catalog);
        await app.EndOfAsync(ordered);

        string[] answers =
        [
            await ordered.Content.ReadAsStringAsync(),
            await app.Client.GetStringAsync(ordered.Headers.Location),
            await app.Client.GetStringAsync(ordered.Headers.Location + "/result"),
            await app.Client.GetStringAsync("/api/v1/jobs?limit=500"),
        ];
        Assert.All(answers, answer => Assert.DoesNotContain(Secret, answer, StringComparison.Ordinal));
        long id = (await ordered.JsonAsync()).GetProperty("id").GetInt64();
        Assert.DoesNotContain(Secret, JsonSerializer.Serialize(await app.Store.Jobs.GetAsync(id)), StringComparison.Ordinal);
    }

    async Task<string> FilledAsync()
    {
        string catalog = await app.NewCatalogAsync();
        await app.PutAsync(catalog, CatalogApp.Product("a", Wardrobe.RedShirt));
        return catalog;
    }

    Task<HttpResponseMessage> TagAsync(string catalog) => app.Client.PostJsonAsync(catalog + "/products:tag",
        new JsonObject { ["webhook"] = shop["/tags"], ["secret"] = Secret }.ToJsonString());
}
