using System.Text.RegularExpressions;

namespace Drape.Store.Blobs;

/// <summary>
/// A bucket in S3-compatible storage (Amazon, MinIO, Google's storage with HMAC keys): the configuration's section
/// <c>Blobs:S3</c>.
/// </summary>
public sealed partial record S3Settings
{
    /// <summary>Where the storage answers, such as <c>https://storage.googleapis.com</c>; Amazon's if null.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The bucket; it has to exist.</summary>
    public string? Bucket { get; init; }

    /// <summary>The region to sign requests for; needed for Amazon, <c>us-east-1</c> elsewhere if null.</summary>
    public string? Region { get; init; }

    /// <summary>The key's name.</summary>
    public string? AccessKey { get; init; }

    /// <summary>The key's secret.</summary>
    public string? SecretKey { get; init; }

    /// <summary>What the names of all objects begin with, such as <c>drape/pictures</c>; nothing if null.</summary>
    public string? Prefix { get; init; }

    /// <summary>How long one try may take, 1 second to 10 minutes.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a request is tried when the storage is overloaded or unreachable, 1 to 10 times.</summary>
    public int Tries { get; init; } = 5;

    /// <summary>What is wrong and what would be right, as a sentence; null if the settings can be used.</summary>
    public string? Problem =>
        string.IsNullOrWhiteSpace(Bucket) ? "Blobs:S3:Bucket is missing; name the bucket that is to hold the pictures."
        : !BucketName().IsMatch(Bucket) ? $"Blobs:S3:Bucket is '{Bucket}'; a bucket's name has 3 to 63 lower-case"
            + " letters, digits, dots, hyphens and underscores, a letter or digit first and last."
        : Endpoint is null && string.IsNullOrWhiteSpace(Region)
            ? "Blobs:S3:Endpoint is missing; name the storage's URL, or for Amazon's the region in Blobs:S3:Region."
        : Endpoint is not null && !IsEndpoint(Endpoint) ? $"Blobs:S3:Endpoint is '{Endpoint}'; it has to be a URL with"
            + " nothing after the host, such as https://storage.googleapis.com or http://127.0.0.1:9000."
        : Region is not null && !RegionName().IsMatch(Region)
            ? $"Blobs:S3:Region is '{Region}'; a region's name is like us-east-1 or auto."
        : string.IsNullOrWhiteSpace(AccessKey) ? "Blobs:S3:AccessKey is missing; name the key that may use the bucket."
        : string.IsNullOrWhiteSpace(SecretKey) ? "Blobs:S3:SecretKey is missing; give the secret of the access key."
        : Prefix is not null && !PrefixName().IsMatch(Prefix) ? $"Blobs:S3:Prefix is '{Prefix}'; it has to be names of"
            + " letters, digits, hyphens and underscores with slashes between them, such as drape/pictures."
        : Timeout < TimeSpan.FromSeconds(1) || Timeout > TimeSpan.FromMinutes(10)
            ? $"Blobs:S3:Timeout is {Timeout}; it can be 00:00:01 to 00:10:00."
        : Tries is < 1 or > 10 ? $"Blobs:S3:Tries is {Tries}; it can be 1 to 10."
        : null;

    /// <summary>The settings without the key, for logs.</summary>
    public override string ToString() =>
        $"bucket {Bucket} at {Endpoint ?? $"Amazon, {Region}"}{(Prefix is null ? "" : $", under {Prefix}")}";

    static bool IsEndpoint(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && url is { PathAndQuery: "/", Fragment: "", UserInfo: "" };

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]\z")]
    private static partial Regex BucketName();

    [GeneratedRegex(@"\A[a-z0-9-]{1,40}\z")]
    private static partial Regex RegionName();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*/?\z")]
    private static partial Regex PrefixName();
}
