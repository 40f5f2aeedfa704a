using System.CommandLine;
using System.Text.Json;
using Drape.Cli.CommandLine;
using Drape.Cli.Terminal;
using Drape.Server.Jobs;
using Drape.Store;
using Drape.Store.Jobs;

namespace Drape.Cli.Jobs;

/// <summary><c>drape jobs</c>: what is in the works, whether a server runs or not.</summary>
static class JobsCommand
{
    const int UsualLimit = 20;
    const int MostJobs = 1000;

    const string Lessons = """
        Examples:
          drape jobs                        the last jobs
          drape jobs list --state failed    those that were given up
          drape jobs show 12                all about one of them
          drape jobs cancel 12              one that is not wanted any more
          drape jobs retry 12               one that failed goes on where it was

        A server does the jobs: 'drape serve' with the same --home.
        """;

    public static Command Create(Output output)
    {
        var command = new TaughtCommand("jobs", "Show, cancel and retry imports and other long work.", Lessons);
        var (home, json) = KeptOptions.AddTo(command);
        command.SetAction((parsed, cancellation) => ListAsync(parsed.GetValue(home), JobFilter.All, UsualLimit,
            parsed.GetValue(json), output, cancellation));
        command.Subcommands.Add(List(output));
        command.Subcommands.Add(One("show", "Show all about a job.", output,
            static (_, _, _) => Task.FromResult<string?>(null)));
        command.Subcommands.Add(One("cancel", "Cancel a job that waits or runs.", output, CancelAsync));
        command.Subcommands.Add(One("retry", "Let a job that failed or was cancelled go on where it was.", output,
            RetryAsync));
        return command;
    }

    static TaughtCommand List(Output output)
    {
        var state = new Option<string?>("--state") { Description = "Only those that are so.", HelpName = "STATE" };
        string[] states = [.. Enum.GetValues<JobState>().Select(JobAnswer.Word)];
        state.CompletionSources.Add(states);
        state.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } given && !states.Contains(given))
            {
                result.AddError($"--state is one of {string.Join(", ", states)}, not '{given}'.");
            }
        });
        var kind = new Option<string?>("--kind") { Description = "Only those of a kind, as import.", HelpName = "KIND" };
        var limit = new Option<int>("--limit")
        {
            Description = $"How many at most, 1 to {MostJobs}.",
            HelpName = "N",
            DefaultValueFactory = _ => UsualLimit,
        };
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MostJobs)
            {
                result.AddError($"--limit is a number from 1 to {MostJobs}.");
            }
        });
        var command = new TaughtCommand("list", "List jobs, the newest first.", Lessons) { state, kind, limit };
        var (home, json) = KeptOptions.AddTo(command);
        command.SetAction((parsed, cancellation) => ListAsync(
            parsed.GetValue(home), new JobFilter
            {
                State = parsed.GetValue(state) is { } word ? Enum.Parse<JobState>(word, ignoreCase: true) : null,
                Kind = parsed.GetValue(kind),
            },
            parsed.GetValue(limit), parsed.GetValue(json), output, cancellation));
        return command;
    }

    /// <summary>A part that does something with one job and shows it then.</summary>
    static TaughtCommand One(string name, string description, Output output,
        Func<JobStore, Job, CancellationToken, Task<string?>> change)
    {
        var id = new Argument<long>("ID") { Description = "The job's number." };
        var command = new TaughtCommand(name, description, Lessons) { id };
        var (home, json) = KeptOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var store = await DrapeHome.OpenAsync(parsed.GetValue(home), cancellation);
            var job = await FindAsync(store, parsed.GetValue(id), cancellation);
            string? refusal = await change(store.Jobs, job, cancellation);
            var answer = JobAnswer.Of(await FindAsync(store, job.Id, cancellation), store.Database.Now);
            if (parsed.GetValue(json))
            {
                output.Out.WriteLine(JsonSerializer.Serialize(answer, JobsJson.Indented.JobAnswer));
            }
            else if (refusal is null)
            {
                JobsText.Show(answer, output);
            }

            if (refusal is not null)
            {
                output.Error.WriteLine($"drape: {refusal}");
            }

            return refusal is null ? ExitCode.Done : ExitCode.SomeFailed;
        });
        return command;
    }

    static async Task<int> ListAsync(
        string? home, JobFilter filter, int limit, bool json, Output output, CancellationToken cancellation)
    {
        await using var store = await DrapeHome.OpenAsync(home, cancellation);
        var jobs = await store.Jobs.ListAsync(filter, null, limit, cancellation);
        var now = store.Database.Now;
        var older = jobs.Count == limit ? await store.Jobs.ListAsync(filter, jobs[^1].Id, 1, cancellation) : [];
        var page = new JobPage([.. jobs.Select(job => JobAnswer.Of(job, now))], older.Count > 0 ? jobs[^1].Id : null);
        if (json)
        {
            output.Out.WriteLine(JsonSerializer.Serialize(page, JobsJson.Indented.JobPage));
        }
        else
        {
            JobsText.List(page, output);
        }

        return ExitCode.Done;
    }

    static async Task<string?> CancelAsync(JobStore jobs, Job job, CancellationToken cancellation) =>
        await jobs.CancelAsync(job.Id, cancellation)
            ? null : $"Job {job.Id} is {JobAnswer.Word(job.State)}: there is nothing to cancel.";

    static async Task<string?> RetryAsync(JobStore jobs, Job job, CancellationToken cancellation) =>
        await jobs.RetryAsync(job.Id, cancellation)
            ? null : $"Job {job.Id} is {JobAnswer.Word(job.State)}: only one that failed or was cancelled is tried again.";

    static async Task<Job> FindAsync(DrapeStore store, long id, CancellationToken cancellation) =>
        await store.Jobs.GetAsync(id, cancellation)
            ?? throw new WrongUseException(
                $"There is no job {id} in {store.Database.Place}. 'drape jobs' lists those that there are.");
}
