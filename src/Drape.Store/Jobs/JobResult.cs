using System.Text.Json;
using Drape.Store.Blobs;
using Drape.Store.Products;

namespace Drape.Store.Jobs;

/// <summary>What a job left: a JSON document, a file, or nothing of the two.</summary>
public sealed record JobResult
{
    /// <summary>Nothing.</summary>
    public static JobResult Nothing { get; } = new();

    /// <summary>A JSON document; null if there is none.</summary>
    public JsonElement? Document
    {
        get;
        init => field = value is { ValueKind: JsonValueKind.Undefined }
            ? throw new ArgumentException("The job's result is no JSON.") : value;
    }

    /// <summary>A file; null if there is none.</summary>
    public JobFile? File { get; init; }

    /// <summary>What did not go well although the job is done, in one sentence; null if all went well.</summary>
    public string? Warning { get; init; }
}

/// <summary>A file that a job left.</summary>
public sealed record JobFile
{
    /// <summary>Where its content is kept.</summary>
    public required BlobKey Content { get; init; }

    /// <summary>Its media type, such as <c>application/x-ndjson</c>.</summary>
    public required string Type
    {
        get;
        init => field = StoredText.Present(value, "file's media type", 200);
    }

    /// <summary>What it is called when it is saved; no folders.</summary>
    public required string Name
    {
        get;
        init => field = StoredText.Present(value, "file's name", 200).IndexOfAny(['/', '\\']) < 0
            ? value : throw new ArgumentException("The file's name has a folder in it.");
    }
}
