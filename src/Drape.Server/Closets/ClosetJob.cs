using System.Globalization;
using System.Text.Json;
using Drape.Imaging;
using Drape.Server.Jobs;
using Drape.Server.Problems;
using Drape.Store.Blobs;
using Drape.Store.Jobs;

namespace Drape.Server.Closets;

/// <summary>Brings many photos into a closet. One that was cut off goes on after the last photo that is in.</summary>
sealed class ClosetJob(IServiceProvider services) : IJobKind
{
    /// <summary>The kind of these jobs.</summary>
    public const string Kind = "closet";

    public string Name => Kind;

    public async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var desk = services.GetRequiredService<ClosetDesk>();
        var order = run.Job.Payload.Deserialize<ClosetOrder>(ServerJson.Options)!;
        var tally = run.Job.Checkpoint?.Deserialize<ClosetTally>(ServerJson.Options) ?? new ClosetTally(0, 0, 0) { Missed = order.Missed };
        foreach (var photo in order.Photos.Skip(tally.Photos))
        {
            tally = await AddAsync(desk, order.Person, photo, tally, cancellation);
            await run.ProgressAsync(new JobProgress(tally.Photos, order.Photos.Count),
                string.Create(CultureInfo.InvariantCulture, $"{tally.Added} pieces came into the closet."),
                JsonSerializer.SerializeToElement(tally, ServerJson.Options));
        }

        return new JobResult { Document = JsonSerializer.SerializeToElement(tally, ServerJson.Options) };
    }

    /// <summary>A photo that gives nothing does not cost the others their places.</summary>
    static async Task<ClosetTally> AddAsync(
        ClosetDesk desk, long person, KeptPhoto photo, ClosetTally tally, CancellationToken cancellation)
    {
        tally = tally with { Photos = tally.Photos + 1 };
        try
        {
            var items = await desk.AddAsync(person, BlobKey.Parse(photo.Key), photo.Name, null, cancellation);
            return tally with
            {
                Added = tally.Added + items.Count,
                Doubtful = tally.Doubtful + items.Count(item => item.LooksLike is not null),
            };
        }
        catch (PhotoException refusal)
        {
            return Missed(EngineProblems.Of(refusal));
        }
        catch (ProblemException refusal) when (refusal.Problem.Status != StatusCodes.Status429TooManyRequests)
        {
            return Missed(refusal.Problem);
        }

        ClosetTally Missed(Problem problem) => tally with { Missed = [.. tally.Missed, new MissedPhoto(photo.Name, problem.Detail, problem.Type)] };
    }
}
