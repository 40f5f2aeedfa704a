using Drape.Server.Hosting;
using Drape.Server.Problems;
using Drape.Store.Jobs;

namespace Drape.Server.Jobs;

/// <summary>Why a job cannot be had or changed as asked.</summary>
static class JobProblems
{
    public static Problem NotFound(string id) =>
        New(404, "not-found", "There is no such job", $"There is no job {RouteText.Decoded(id)}, or no longer.");

    public static Problem Ended(Job job) =>
        New(409, "ended", "The job has ended", $"Job {job.Id} is {JobAnswer.Word(job.State)}: there is nothing to cancel.");

    public static Problem NotEnded(Job job) => New(409, "not-failed", "The job did not fail",
        $"Job {job.Id} is {JobAnswer.Word(job.State)}: only one that failed or was cancelled is tried again.");

    public static Problem NoResult(Job job) => New(409, "no-result", "The job has no result", job.State == JobState.Done
        ? $"Job {job.Id} left nothing."
        : $"Job {job.Id} is {JobAnswer.Word(job.State)}: it leaves something once it is done.");

    public static Problem FileGone(Job job) =>
        New(410, "file-gone", "The job's file is gone",
            $"The file that job {job.Id} left is no longer kept: order it again.");

    static Problem New(int status, string kind, string title, string detail) =>
        new() { Type = $"urn:drape:job:{kind}", Title = title, Status = status, Detail = detail };
}
