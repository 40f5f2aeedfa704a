using System.Text.Json.Serialization;

namespace Drape.Server.Problems;

/// <summary>Why a request was not answered as hoped: problem details as in RFC 9457.</summary>
public sealed record Problem
{
    /// <summary>The media type of problem details.</summary>
    internal const string MediaType = "application/problem+json";

    /// <summary>The kind of problem, the same from version to version: what programs should look at.</summary>
    public required string Type { get; init; }

    /// <summary>The kind of problem in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong with this request and what to do about it.</summary>
    public required string Detail { get; init; }

    /// <summary>Finds this request in the server's log.</summary>
    public string? TraceId { get; init; }

    /// <summary>Seconds after which it makes sense to try again, also sent as a Retry-After header.</summary>
    [JsonIgnore]
    internal int? RetryAfter { get; init; }
}
