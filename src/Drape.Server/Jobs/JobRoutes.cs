using System.Globalization;
using Drape.Server.Hosting;
using Drape.Server.People;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Jobs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Drape.Server.Jobs;

/// <summary>The routes of jobs.</summary>
static class JobRoutes
{
    const string Path = "/api/v1/jobs";

    /// <summary>Where a job is found.</summary>
    public static string AddressOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{Path}/{id}");

    public static void MapJobs(this IEndpointRouteBuilder routes)
    {
        var jobs = routes.MapGroup(Path).WithTags("Jobs");
        jobs.MapGet("", ListAsync)
            .WithName("ListJobs")
            .WithSummary("Lists jobs")
            .WithDescription("""
                Work that takes longer than a request: imports, tagging. The newest first; `state` (queued, running, done,
                failed, cancelled) and `kind` choose among them, `limit` (1 to 500, 50 if left out) is the size of a page,
                `after` is the `next` of the page before. What somebody ordered for their closet only they see, and
                administrators.
                """)
            .Produces<JobPage>()
            .ProducesProblems(400, 500, 503);
        jobs.MapGet("/{id}", GetAsync)
            .WithName("GetJob")
            .WithSummary("Tells how far a job is")
            .WithDescription("State, progress, rate and time left; of a job that failed, why.")
            .Produces<JobAnswer>()
            .ProducesProblems(404, 500, 503);
        jobs.MapPost("/{id}:cancel", CancelAsync)
            .AsksWhoWrites()
            .WithName("CancelJob")
            .WithSummary("Cancels a job")
            .WithDescription("""
                One that waits is cancelled at once; one that runs is asked to end (`cancelling`) and is cancelled within
                seconds. What it did until then stays.
                """)
            .Produces<JobAnswer>()
            .ProducesProblems(404, 409, 500, 503);
        jobs.MapPost("/{id}:retry", RetryAsync)
            .AsksWhoWrites()
            .WithName("RetryJob")
            .WithSummary("Tries a job again")
            .WithDescription("One that failed or was cancelled goes on where it was.")
            .Produces<JobAnswer>()
            .ProducesProblems(404, 409, 500, 503);
        jobs.MapGet("/{id}/result", ResultAsync)
            .WithName("GetJobResult")
            .WithSummary("Gives what a job left")
            .WithDescription("""
                What it did, as its kind counts it. The tags themselves are at `GET /api/v1/catalogs/{name}/tags`, which the
                result of tagging names.
                """)
            .Produces<object>()
            .ProducesProblems(404, 409, 410, 500, 503)
            .AddOpenApiOperationTransformer(ResultDocument.Describe);
    }

    static async Task<JsonHttpResult<JobPage>> ListAsync(HttpRequest request, DrapeStore store, Visitor visitor, string? state,
        string? kind, string? limit, string? after, CancellationToken cancellation)
    {
        var page = PageQuery.Parse(request, limit, after, "state", "kind");
        var filter = new JobFilter { State = StateOf(state), Kind = kind is "" ? null : kind, Viewer = await ViewerAsync(visitor) };
        var jobs = await store.Jobs.ListAsync(filter, page.After, page.Limit + 1, cancellation);
        var (shown, last) = page.Cut(jobs);
        var now = store.Database.Now;
        return JsonAnswer.Of(new JobPage([.. shown.Select(job => JobAnswer.Of(job, now))], last?.Id));
    }

    static async Task<JsonHttpResult<JobAnswer>> GetAsync(
        string id, DrapeStore store, Visitor visitor, CancellationToken cancellation) =>
        Answer(await FindAsync(store, visitor, id, cancellation), store);

    static async Task<JsonHttpResult<JobAnswer>> CancelAsync(
        string id, DrapeStore store, Visitor visitor, Writers writers, CancellationToken cancellation)
    {
        var job = await FindAsync(store, visitor, id, cancellation);
        await writers.RequireAsync(owner: job.Person);
        return await store.Jobs.CancelAsync(job.Id, cancellation)
            ? Answer(await FindAsync(store, visitor, id, cancellation), store)
            : throw new ProblemException(JobProblems.Ended(await FindAsync(store, visitor, id, cancellation)));
    }

    static async Task<JsonHttpResult<JobAnswer>> RetryAsync(
        string id, DrapeStore store, Visitor visitor, Writers writers, CancellationToken cancellation)
    {
        var job = await FindAsync(store, visitor, id, cancellation);
        await writers.RequireAsync(owner: job.Person);
        return await store.Jobs.RetryAsync(job.Id, cancellation)
            ? Answer(await FindAsync(store, visitor, id, cancellation), store)
            : throw new ProblemException(JobProblems.NotEnded(await FindAsync(store, visitor, id, cancellation)));
    }

    static async Task<IResult> ResultAsync(
        string id, DrapeStore store, Visitor visitor, CancellationToken cancellation)
    {
        var job = await FindAsync(store, visitor, id, cancellation);
        if (job.Result.File is { } file)
        {
            var content = await store.Blobs.OpenAsync(file.Content, cancellation)
                ?? throw new ProblemException(JobProblems.FileGone(job));
            return TypedResults.Stream(content, file.Type, file.Name);
        }

        return job.Result.Document is { } document
            ? JsonAnswer.Of(document)
            : throw new ProblemException(JobProblems.NoResult(job));
    }

    /// <summary>Administrators see every job.</summary>
    static async Task<JobViewer?> ViewerAsync(Visitor visitor) =>
        await visitor.PersonAsync() is var person && person is { Administrator: true } ? null : new JobViewer(person?.Id);

    static async Task<Job> FindAsync(DrapeStore store, Visitor visitor, string id, CancellationToken cancellation) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
        && await store.Jobs.GetAsync(number, await ViewerAsync(visitor), cancellation) is { } job
            ? job : throw new ProblemException(JobProblems.NotFound(id));

    static JsonHttpResult<JobAnswer> Answer(Job job, DrapeStore store) =>
        JsonAnswer.Of(JobAnswer.Of(job, store.Database.Now));

    static JobState? StateOf(string? word)
    {
        if (word is null or "")
        {
            return null;
        }

        // Not Enum.TryParse, which takes numbers as well.
        var states = Enum.GetValues<JobState>();
        int at = Array.FindIndex(states, state => JobAnswer.Word(state).Equals(word, StringComparison.OrdinalIgnoreCase));
        return at >= 0 ? states[at] : throw new ProblemException(RequestProblems.WrongParameter(
            $"There is no state '{word}': a job is {string.Join(", ", states.Select(JobAnswer.Word))}."));
    }
}
