using System.Net;
using System.Text.Json;
using Drape.Store.Jobs;

namespace Drape.Server.Tests.Jobs;

public sealed class JobRoutesTests(JobApp app) : IClassFixture<JobApp>
{
    const string Path = "/api/v1/jobs";
    readonly HttpClient _client = app.CreateClient();

    [Fact]
    public async Task A_job_tells_how_far_it_is()
    {
        var job = await app.OrderAsync("count", """{"to":3}""");
        await app.UntilEndedAsync(job.Id);

        var answer = await (await _client.GetAsync($"{Path}/{job.Id}")).ReadingAsync();

        Assert.Equal("done", answer.GetProperty("state").GetString());
        Assert.Equal("A count", answer.GetProperty("title").GetString());
        Assert.Equal((3, 3), (answer.GetProperty("done").GetInt32(), answer.GetProperty("total").GetInt32()));
        Assert.Equal($"{Path}/{job.Id}/result", answer.GetProperty("result").GetString());
    }

    [Fact]
    public async Task A_running_job_tells_its_rate()
    {
        var job = await app.OrderAsync("endless");
        await app.UntilAsync(job.Id, j => j.Progress.Done > 3);

        var answer = await (await _client.GetAsync($"{Path}/{job.Id}")).ReadingAsync();

        Assert.True(answer.GetProperty("perSecond").GetDouble() > 0);
        await app.Jobs.CancelAsync(job.Id);
    }

    [Fact]
    public async Task Jobs_are_listed_from_the_newest_page_by_page()
    {
        long[] ordered = [await LaterAsync("page"), await LaterAsync("page"), await LaterAsync("page")];

        var first = await (await _client.GetAsync($"{Path}?limit=2&kind=page")).ReadingAsync();
        long next = first.GetProperty("next").GetInt64();
        var second = await (await _client.GetAsync($"{Path}?limit=2&kind=page&after={next}")).ReadingAsync();

        Assert.Equal(ordered.Reverse(), Ids(first).Concat(Ids(second)));
        Assert.False(second.TryGetProperty("next", out _));
    }

    [Fact]
    public async Task Jobs_are_listed_by_state()
    {
        var refused = await app.OrderAsync("refuse");
        await app.UntilEndedAsync(refused.Id);

        var failed = await (await _client.GetAsync($"{Path}?state=failed&limit=500")).ReadingAsync();

        Assert.Contains(refused.Id, Ids(failed));
        Assert.All(failed.GetProperty("jobs").EnumerateArray(), j => Assert.Equal("failed", j.GetProperty("state").GetString()));
    }

    [Theory]
    [InlineData("state=lost", "There is no state 'lost': a job is queued, running, done, failed, cancelled.")]
    [InlineData("state=0", "There is no state '0': a job is queued, running, done, failed, cancelled.")]
    [InlineData("limit=0", "'limit' is '0': it is a number from 1 to 500.")]
    [InlineData("limit=many", "'limit' is 'many': it is a number from 1 to 500.")]
    [InlineData("after=-1", "'after' is '-1': it is the number that the page before gave as 'next'.")]
    [InlineData("status=failed", "There is no parameter 'status' here: there are state, kind, limit, after.")]
    public async Task A_parameter_that_cannot_be_used_is_named(string query, string sentence)
    {
        var problem = await (await _client.GetAsync($"{Path}?{query}")).ProblemAsync(
            HttpStatusCode.BadRequest, "urn:drape:request:wrong-parameter");

        Assert.Equal(sentence, problem.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("GET", "/999999")]
    [InlineData("GET", "/x")]
    [InlineData("GET", "/999999/result")]
    [InlineData("POST", "/999999:cancel")]
    [InlineData("POST", "/x:retry")]
    public async Task A_job_that_is_not_there_is_a_problem(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Path + path);

        await (await _client.SendAsync(request)).ProblemAsync(HttpStatusCode.NotFound, "urn:drape:job:not-found");
    }

    [Fact]
    public async Task A_waiting_job_is_cancelled_and_tried_again_on_demand()
    {
        long id = await LaterAsync();

        var cancelled = await (await _client.PostAsync($"{Path}/{id}:cancel", null)).ReadingAsync();
        var again = await (await _client.PostAsync($"{Path}/{id}:retry", null)).ReadingAsync();

        Assert.Equal("cancelled", cancelled.GetProperty("state").GetString());
        Assert.Equal("queued", again.GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_job_that_ended_cannot_be_cancelled()
    {
        var job = await app.OrderAsync("refuse");
        await app.UntilEndedAsync(job.Id);

        await (await _client.PostAsync($"{Path}/{job.Id}:cancel", null)).ProblemAsync(
            HttpStatusCode.Conflict, "urn:drape:job:ended");
    }

    [Fact]
    public async Task A_job_that_did_not_fail_cannot_be_tried_again()
    {
        await (await _client.PostAsync($"{Path}/{await LaterAsync()}:retry", null)).ProblemAsync(
            HttpStatusCode.Conflict, "urn:drape:job:not-failed");
    }

    [Fact]
    public async Task A_document_that_a_job_left_is_its_result()
    {
        var job = await app.OrderAsync("count", """{"to":2}""");
        await app.UntilEndedAsync(job.Id);

        var result = await (await _client.GetAsync($"{Path}/{job.Id}/result")).ReadingAsync();

        Assert.Equal(2, result.GetProperty("to").GetInt32());
    }

    [Fact]
    public async Task A_file_that_a_job_left_is_given_to_save()
    {
        var job = await app.OrderAsync("file");
        await app.UntilEndedAsync(job.Id);

        var answer = await _client.GetAsync($"{Path}/{job.Id}/result");

        Assert.Equal("{\"tag\":1}\n", await answer.Content.ReadAsStringAsync());
        Assert.Equal(
            ("application/x-ndjson", "attachment", "tags.jsonl"),
            (answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.DispositionType,
                answer.Content.Headers.ContentDisposition?.FileName));
    }

    [Fact]
    public async Task A_job_that_is_not_done_has_no_result()
    {
        await (await _client.GetAsync($"{Path}/{await LaterAsync()}/result")).ProblemAsync(
            HttpStatusCode.Conflict, "urn:drape:job:no-result");
    }

    /// <summary>A job of a kind that nobody does.</summary>
    async Task<long> LaterAsync(string kind = "later") => (await app.Jobs.EnqueueAsync(
        new NewJob { Kind = kind, Payload = JsonElement.Parse("{}") })).Id;

    static IEnumerable<long> Ids(JsonElement page) =>
        page.GetProperty("jobs").EnumerateArray().Select(job => job.GetProperty("id").GetInt64());
}
