using System.Text.Json;
using Dapper;
using Drape.Store.Blobs;
using Drape.Store.Products;

namespace Drape.Store.Jobs;

/// <summary>
/// The jobs: a queue that outlives processes. A worker takes a job for a time (a lease) and shows signs of life; where
/// these stop, another takes the job and goes on from its checkpoint. On PostgreSQL workers on any number of machines take
/// from it, whose clocks have to agree to within a fraction of a lease. Thread-safe.
/// </summary>
public sealed class JobStore(Database database, BackOff? backOff = null)
{
    const int MostPerPage = 1000;
    const int LongestWorker = 200;
    const string Held = "id = @Id and takes = @Takes and state = 'running'";

    const string Due = """
        state in ('queued', 'running') and run_at <= @now and (state = 'queued' or leased_until < @now)
        """;

    readonly BackOff _backOff = backOff ?? BackOff.Default;

    /// <summary>Orders a job.</summary>
    /// <returns>The job, with its number.</returns>
    public Task<Job> EnqueueAsync(NewJob job, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        string payload = job.Payload.GetRawText();
        return database.WriteAsync(async (connection, _) =>
        {
            var now = database.Now;
            return (await connection.QuerySingleAsync<JobRow>($"""
                insert into job (kind, title, payload, person_id, content, secret, state, max_attempts, run_at, cancel_asked, created_at)
                values (@Kind, @Title, @payload, @Person, @content, @Secret, 'queued', @MaxAttempts, @runAt, @no, @now)
                returning {JobRow.Columns}
                """, new
            {
                job.Kind, job.Title, payload, job.Person, content = job.Content?.ToString(), job.Secret, job.MaxAttempts,
                runAt = job.RunAt ?? now, no = false, now,
            })).ToJob();
        }, cancellation);
    }

    /// <summary>
    /// Takes the job that waited longest, if there is one: a new one, one whose time to be tried again has come, or one
    /// whose worker gave no sign of life until its lease ran out.
    /// </summary>
    /// <param name="kinds">The kinds that the worker knows.</param>
    /// <param name="worker">Who takes it, for people: a machine and a process.</param>
    /// <param name="lease">How long the worker is believed to live without a sign; longer than nothing.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The job, which nobody else has; null if there is none.</returns>
    public async Task<Job?> TakeAsync(
        IReadOnlyCollection<string> kinds, string worker, TimeSpan lease, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        StoredText.Present(worker, "worker's name", LongestWorker);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        if (kinds.Count == 0)
        {
            return null;
        }

        object known = database.Dialect.List([.. kinds.Select(JobKind.Checked)]);
        string due = $"{database.Dialect.In("kind", "@known")} and {Due}";

        // Looking first lets an idle worker leave the one writer of SQLite alone.
        bool any = await database.ReadAsync((connection, _) => connection.ExecuteScalarAsync<bool>(
            $"select exists (select 1 from job where {due})", new { known, now = database.Now }), cancellation);
        return !any ? null : await database.WriteAsync(async (connection, _) =>
        {
            var now = database.Now;
            await connection.ExecuteAsync(GiveUp, new { now });
            var row = await connection.QuerySingleOrDefaultAsync<JobRow>($"""
                update job set state = 'running', attempts = attempts + 1, takes = takes + 1, worker = @worker,
                    message = null, leased_until = @until, started_at = coalesce(started_at, @now), taken_at = @now,
                    done_when_taken = done
                where id = (select id from job where {due} order by run_at, id limit 1 {database.Dialect.SkipLocked})
                returning {JobRow.Columns}
                """, new { known, worker, now, until = now + lease });
            return row?.ToJob();
        }, cancellation);
    }

    /// <summary>A sign of life: says how far the job is, keeps a checkpoint, and extends the lease.</summary>
    /// <param name="taken">The job as it was taken.</param>
    /// <param name="progress">How much is done.</param>
    /// <param name="lease">For how long, from now.</param>
    /// <param name="message">What it is at, in one sentence; as before if null.</param>
    /// <param name="checkpoint">
    /// From where another worker can go on; as before if null. A new one says that the job gets on: this attempt is then
    /// counted as the first.
    /// </param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Whether the worker is to go on.</returns>
    public Task<JobStanding> ProgressAsync(
        Job taken, JobProgress progress, TimeSpan lease, string? message = null, JsonElement? checkpoint = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(taken);
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        string? point = checkpoint?.GetRawText();
        return database.WriteAsync(async (connection, _) =>
            await connection.QuerySingleOrDefaultAsync<bool?>($"""
                update job set done = @Done, total = @Total, message = coalesce(@sentence, message), leased_until = @until,
                    attempts = case when @point is not null and (checkpoint is null or checkpoint <> @point)
                        then 1 else attempts end,
                    checkpoint = coalesce(@point, checkpoint)
                where {Held}
                returning cancel_asked
                """, new
            {
                taken.Id,
                taken.Takes,
                progress.Done,
                progress.Total,
                sentence = JobSentence.Of(message),
                point,
                until = database.Now + lease,
            }) switch
            {
                null => JobStanding.Lost,
                true => JobStanding.CancelAsked,
                false => JobStanding.Held,
            }, cancellation);
    }

    /// <summary>Says that the job is done.</summary>
    /// <param name="taken">The job as it was taken.</param>
    /// <param name="result">What it leaves.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Whether the worker had the job; if not, nothing changed.</returns>
    public Task<bool> CompleteAsync(Job taken, JobResult result, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        return EndAsync(taken, """
            state = 'done', message = @warning, checkpoint = null, secret = null, result = @document, result_file = @content,
            result_type = @type, result_name = @name, cancel_asked = @no, ended_at = @now
            """, new
        {
            taken.Id,
            taken.Takes,
            warning = JobSentence.Of(result.Warning),
            document = result.Document?.GetRawText(),
            content = result.File?.Content.ToString(),
            type = result.File?.Type,
            name = result.File?.Name,
            no = false,
            now = database.Now,
        }, cancellation);
    }

    /// <summary>
    /// Says that the job failed. It is tried again after a wait that grows, unless that has no use, or it was tried often
    /// enough, or somebody asked to cancel it.
    /// </summary>
    /// <param name="taken">The job as it was taken.</param>
    /// <param name="message">Why, in one sentence for people.</param>
    /// <param name="again">Whether another attempt may have more luck.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What became of it: queued, failed or cancelled; null if the worker did not have the job.</returns>
    public Task<JobState?> FailAsync(Job taken, string message, bool again = true, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(taken);
        string? sentence = JobSentence.Of(message);
        return database.WriteAsync<JobState?>(async (connection, _) =>
        {
            if (await connection.QuerySingleOrDefaultAsync<JobRow>(
                $"select {JobRow.Columns} from job where {Held} {database.Dialect.ForUpdate}",
                new { taken.Id, taken.Takes }) is not { } row)
            {
                return null;
            }

            var now = database.Now;
            var next = row.CancelAsked ? JobState.Cancelled
                : again && row.Attempts < row.MaxAttempts ? JobState.Queued : JobState.Failed;
            string ended = next == JobState.Queued ? "run_at = @runAt" : "ended_at = @now";
            await connection.ExecuteAsync($"""
                update job set state = '{Word(next)}', message = @sentence, leased_until = null, cancel_asked = @no, {ended}
                where id = @Id
                """, new
            {
                taken.Id,
                sentence,
                no = false,
                now,
                runAt = now + _backOff.After(Math.Max(row.Attempts, 1), Random.Shared.NextDouble()),
            });
            return next;
        }, cancellation);
    }

    /// <summary>
    /// Gives the job back unfinished, because the worker has to end: it is at once anybody's again, from its checkpoint,
    /// and the attempt does not count. A job that somebody asked to cancel is cancelled.
    /// </summary>
    /// <param name="taken">The job as it was taken.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Whether the worker had the job; if not, nothing changed.</returns>
    public Task<bool> ReleaseAsync(Job taken, CancellationToken cancellation = default) => EndAsync(taken, """
        state = case when cancel_asked then 'cancelled' else 'queued' end,
        ended_at = case when cancel_asked then @now else ended_at end,
        attempts = case when attempts > 0 then attempts - 1 else 0 end, run_at = @now, cancel_asked = @no
        """, new { taken.Id, taken.Takes, no = false, now = database.Now }, cancellation);

    /// <summary>Says that the worker gave the job up, as it was asked to.</summary>
    /// <param name="taken">The job as it was taken.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Whether the worker had the job; if not, nothing changed.</returns>
    public Task<bool> GiveUpAsync(Job taken, CancellationToken cancellation = default) =>
        EndAsync(taken, "state = 'cancelled', cancel_asked = @no, ended_at = @now",
            new { taken.Id, taken.Takes, no = false, now = database.Now }, cancellation);

    /// <summary>
    /// Cancels a job: one that waits, or whose worker is gone, at once; the worker of another is asked to give it up and
    /// learns of it with its next sign of life.
    /// </summary>
    /// <returns>Whether there was anything to cancel: false if it ended already or is not there.</returns>
    public Task<bool> CancelAsync(long id, CancellationToken cancellation = default) =>
        database.WriteAsync(async (connection, _) => await connection.ExecuteAsync("""
            update job set
                state = case when state = 'queued' or leased_until < @now then 'cancelled' else state end,
                ended_at = case when state = 'queued' or leased_until < @now then @now else ended_at end,
                cancel_asked = case when state = 'queued' or leased_until < @now then @no else @yes end,
                leased_until = case when state = 'queued' or leased_until < @now then null else leased_until end
            where id = @id and state in ('queued', 'running')
            """, new { id, now = database.Now, no = false, yes = true }) > 0, cancellation);

    /// <summary>Lets a job that failed or was cancelled be tried again, from its checkpoint.</summary>
    /// <returns>Whether it is: false if it is in another state or not there.</returns>
    public Task<bool> RetryAsync(long id, CancellationToken cancellation = default) =>
        database.WriteAsync(async (connection, _) => await connection.ExecuteAsync("""
            update job set state = 'queued', attempts = 0, run_at = @now, ended_at = null, message = null, cancel_asked = @no
            where id = @id and state in ('failed', 'cancelled')
            """, new { id, now = database.Now, no = false }) > 0, cancellation);

    /// <summary>The job of a number; null if there is none.</summary>
    public Task<Job?> GetAsync(long id, CancellationToken cancellation = default) => GetAsync(id, null, cancellation);

    /// <summary>The same for somebody who may not see every job.</summary>
    /// <param name="id">The number.</param>
    /// <param name="viewer">Who asks; null for whoever may see all.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<Job?> GetAsync(long id, JobViewer? viewer, CancellationToken cancellation = default) =>
        database.ReadAsync(async (connection, _) => (await connection.QuerySingleOrDefaultAsync<JobRow>(
            $"select {JobRow.Columns} from job where id = @id {(viewer is null ? "" : $"and {JobViewer.MaySee}")}",
            new { id, viewer = viewer?.Person }))?.ToJob(), cancellation);

    /// <summary>How many jobs there are in each state.</summary>
    public Task<IReadOnlyDictionary<JobState, long>> CountAsync(CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyDictionary<JobState, long>>(async (connection, _) =>
            (await connection.QueryAsync<(string State, long Count)>("select state, count(*) from job group by state"))
                .ToDictionary(row => Enum.Parse<JobState>(row.State, ignoreCase: true), row => row.Count), cancellation);

    /// <summary>A page of jobs, the newest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="after">The last number of the page before; null for the first page.</param>
    /// <param name="limit">How many, 1 to 1000.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<IReadOnlyList<Job>> ListAsync(
        JobFilter filter, long? after, int limit, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostPerPage);
        string which = (filter.State is null ? "" : "and state = @state ") + (filter.Kind is null ? "" : "and kind = @Kind ")
            + (filter.Person is null ? "" : "and person_id = @Person ") + (filter.Viewer is null ? "" : $"and {JobViewer.MaySee}");
        return database.ReadAsync<IReadOnlyList<Job>>(async (connection, _) =>
        [
            .. (await connection.QueryAsync<JobRow>(
                $"select {JobRow.Columns} from job where id < @before {which} order by id desc limit @limit",
                new
                {
                    before = after ?? long.MaxValue, state = filter.State is { } s ? Word(s) : null, filter.Kind, filter.Person,
                    viewer = filter.Viewer?.Person, limit,
                }))
                .Select(row => row.ToJob()),
        ], cancellation);
    }

    /// <summary>Forgets jobs that ended before a time, with what was sent for them and what they left.</summary>
    /// <param name="endedBefore">The time.</param>
    /// <param name="blobs">Where that is kept; what another job or a product has, too, stays.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>How many.</returns>
    /// <exception cref="BlobException">Something cannot be deleted; its jobs stay until the next time.</exception>
    public Task<int> PurgeAsync(
        DateTimeOffset endedBefore, IBlobStore blobs, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(blobs);
        return JobPurge.RunAsync(database, endedBefore, blobs, cancellation);
    }

    /// <summary>
    /// Ends what no worker should take again: each that did took the process with it, or somebody cancelled it meanwhile.
    /// </summary>
    const string GiveUp = """
        update job set state = case when cancel_asked then 'cancelled' else 'failed' end,
            message = case when cancel_asked then message
                else 'The program ended in the middle of this (attempts: ' || attempts
                    || '): look at its log, then try again.' end,
            ended_at = @now, leased_until = null
        where state = 'running' and leased_until < @now and (cancel_asked or attempts >= max_attempts)
        """;

    static string Word(JobState state) => state.ToString().ToLowerInvariant();

    Task<bool> EndAsync(Job taken, string change, object values, CancellationToken cancellation) =>
        database.WriteAsync(async (connection, _) => await connection.ExecuteAsync(
            $"update job set {change}, leased_until = null where {Held}", values) > 0, cancellation);
}
