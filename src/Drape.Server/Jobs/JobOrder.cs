using System.Text.Json;
using Drape.Store;
using Drape.Store.Blobs;
using Drape.Store.Jobs;

namespace Drape.Server.Jobs;

/// <summary>A job that a request asks for.</summary>
/// <param name="Kind">What kind of work.</param>
/// <param name="Title">What it is about, for people.</param>
/// <param name="Payload">What the worker needs to know.</param>
sealed record JobOrder<T>(string Kind, string Title, T Payload)
{
    /// <summary>Who orders it for themselves; null for what is no person's own.</summary>
    public long? Person { get; init; }

    /// <summary>What was sent along; empty if nothing was.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The media type of what was sent along.</summary>
    public string ContentType { get; init; } = "application/octet-stream";

    /// <summary>What the worker needs to know and nobody else may.</summary>
    public string? Secret { get; init; }

    /// <summary>How often it is tried without getting any further, 1 to 100.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>Orders it and answers where it is found. Then it is on disk with what was sent.</summary>
    public async Task<IResult> PlaceAsync(HttpContext context, DrapeStore store, CancellationToken cancellation)
    {
        BlobKey? content = Content.IsEmpty ? null : await store.Blobs.PutAsync(Content, ContentType, cancellation);
        var job = await store.Jobs.EnqueueAsync(new NewJob
        {
            Kind = Kind,
            Title = Title,
            Payload = JsonSerializer.SerializeToElement(Payload, ServerJson.Options),
            Person = Person,
            Content = content,
            Secret = Secret,
            MaxAttempts = Attempts,
        }, cancellation);
        if (content is { } key && !await store.Blobs.ExistsAsync(key, cancellation))
        {
            // An old job with the same content was purged at this very moment.
            await store.Blobs.PutAsync(Content, ContentType, cancellation);
        }

        context.Response.Headers.Location = JobRoutes.AddressOf(job.Id);
        return TypedResults.Json(JobAnswer.Of(job, store.Database.Now), ServerJson.Options,
            statusCode: StatusCodes.Status202Accepted);
    }
}
