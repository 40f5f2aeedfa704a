using System.Globalization;
using Drape.Cli.Terminal;
using Drape.Server.Jobs;

namespace Drape.Cli.Jobs;

/// <summary>Prints jobs for people.</summary>
static class JobsText
{
    /// <summary>One line each, and one more where a job has something to say.</summary>
    public static void List(JobPage page, Output output)
    {
        if (page.Jobs.Count == 0)
        {
            output.Out.WriteLine("There are no such jobs.");
            return;
        }

        var ink = new Ink(output.Colours);
        int ids = page.Jobs.Max(job => Id(job).Length);
        foreach (var job in page.Jobs)
        {
            string state = job.State.PadRight("cancelled".Length);
            string line = $"{ink.Muted(Id(job).PadLeft(ids))}  {(job.State == "running" ? ink.Accent(state) : state)}  {About(job)}"
                + (Numbers(job) is { Length: > 0 } numbers ? "   " + ink.Muted(numbers) : "");
            output.Out.WriteLine(line);
            if (job.Message is { } message)
            {
                output.Out.WriteLine(new string(' ', ids + 2) + ink.Muted(Printable.Text(message)));
            }
        }

        if (page.Next is not null)
        {
            output.Out.WriteLine(ink.Muted("There are older ones: --limit shows more."));
        }
    }

    /// <summary>All that is known of one.</summary>
    public static void Show(JobAnswer job, Output output)
    {
        var ink = new Ink(output.Colours);
        output.Out.WriteLine($"{ink.Accent($"Job {Id(job)}")}  {About(job)}");
        Line("state", job.Cancelling is true ? $"{job.State}, asked to end" : job.State);
        Line("progress", Numbers(job));
        Line("message", job.Message is { } message ? Printable.Text(message) : "");
        Line("attempts", string.Create(CultureInfo.InvariantCulture, $"{job.Attempts} of {job.MaxAttempts}"));
        Line("worker", job.Worker is { } worker ? Printable.Text(worker) : "");
        Line("ordered", Time(job.CreatedAt));
        Line("begins", Time(job.RunAt));
        Line("begun", Time(job.StartedAt));
        Line("ended", Time(job.EndedAt));
        Line("result", job.Result ?? "");

        void Line(string label, string text)
        {
            if (text.Length > 0)
            {
                output.Out.WriteLine($"  {ink.Muted(label.PadRight(10))}{text}");
            }
        }
    }

    static string Id(JobAnswer job) => job.Id.ToString(CultureInfo.InvariantCulture);

    static string About(JobAnswer job) => job.Title is { } title ? $"{job.Kind}  {Printable.Text(title)}" : job.Kind;

    static string Numbers(JobAnswer job)
    {
        string[] parts =
        [
            job.Total is { } total ? string.Create(CultureInfo.InvariantCulture, $"{job.Done:N0} of {total:N0}")
                : job.Done > 0 ? job.Done.ToString("N0", CultureInfo.InvariantCulture) : "",
            job is { State: "running", PerSecond: { } rate }
                ? string.Create(CultureInfo.InvariantCulture, $"{rate:0.0}/s") : "",
            job.SecondsLeft is { } left ? $"{ProgressLine.Span(TimeSpan.FromSeconds(left))} left" : "",
        ];
        return string.Join("   ", parts.Where(part => part.Length > 0));
    }

    static string Time(DateTimeOffset? time) =>
        time?.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture) ?? "";
}
