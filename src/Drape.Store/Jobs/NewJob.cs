using System.Text.Json;
using Drape.Store.Blobs;
using Drape.Store.Products;

namespace Drape.Store.Jobs;

/// <summary>Work to be done in its time by whoever knows its kind.</summary>
public sealed record NewJob
{
    const int MostAttempts = 100;

    /// <summary>What kind of work, as <see cref="JobKind"/> rules.</summary>
    public required string Kind
    {
        get;
        init => field = JobKind.Checked(value);
    }

    /// <summary>What it is about, for people: "shop, from products.csv"; at most 200 characters.</summary>
    public string? Title
    {
        get;
        init => field = StoredText.Checked(value, "job's title", 200);
    }

    /// <summary>What the worker needs to know.</summary>
    public required JsonElement Payload
    {
        get;
        init => field = value.ValueKind == JsonValueKind.Undefined
            ? throw new ArgumentException("The job's payload is no JSON.") : value;
    }

    /// <summary>Who ordered it for themselves: nobody else sees it, and it goes with them. Null for work of the server's own.</summary>
    public long? Person { get; init; }

    /// <summary>What was sent along for it, kept until the last job that has it is purged; null if nothing was.</summary>
    public BlobKey? Content { get; init; }

    /// <summary>What it needs to know and nobody else may; forgotten once it is done. At most 1000 characters.</summary>
    public string? Secret
    {
        get;
        init => field = StoredText.Checked(value, "job's secret", 1000);
    }

    /// <summary>Not before this time; at once if null.</summary>
    public DateTimeOffset? RunAt { get; init; }

    /// <summary>How often it is tried without getting any further, 1 to 100.</summary>
    public int MaxAttempts
    {
        get;
        init => field = value is >= 1 and <= MostAttempts
            ? value : throw new ArgumentException($"A job is tried 1 to {MostAttempts} times, not {value} times.");
    } = 5;
}
