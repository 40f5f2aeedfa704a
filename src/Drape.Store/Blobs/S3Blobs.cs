using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Drape.Store.Blobs;

/// <summary>Blobs as objects in a bucket of S3-compatible storage, each under its key.</summary>
public sealed class S3Blobs : IBlobStore
{
    readonly AmazonS3Client _client;
    readonly S3Settings _settings;
    readonly string _prefix;

    S3Blobs(S3Settings settings)
    {
        _settings = settings;
        _prefix = settings.Prefix is null ? "" : settings.Prefix.TrimEnd('/') + "/";
        var config = new AmazonS3Config
        {
            ForcePathStyle = true, // a bucket's name is no host of a storage on one's own machine
            RetryMode = RequestRetryMode.Standard,
            MaxErrorRetry = settings.Tries - 1,
            Timeout = settings.Timeout,
            IgnoreConfiguredEndpointUrls = true, // only Drape's own settings say where pictures go

            // Google's storage knows nothing of the newer checksums; the signed SHA-256 of each upload protects it.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (settings.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint;
            config.AuthenticationRegion = settings.Region ?? "us-east-1";
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(settings.Region);
        }

        _client = new AmazonS3Client(new BasicAWSCredentials(settings.AccessKey, settings.SecretKey), config);
    }

    /// <summary>Makes ready to speak with the storage; nothing is asked yet.</summary>
    /// <exception cref="BlobException">The settings are wrong.</exception>
    public static S3Blobs Open(S3Settings settings) => settings.Problem is { } problem
        ? throw new BlobException(BlobError.WrongSettings, problem)
        : new S3Blobs(settings);

    /// <inheritdoc/>
    public async Task<BlobKey> PutAsync(
        ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation = default)
    {
        var key = BlobKey.Of(content.Span);
        if (await HoldsAsync(key, content, cancellation))
        {
            return key;
        }

        using var bytes = AsStream(content);
        var request = new PutObjectRequest
        {
            BucketName = _settings.Bucket,
            Key = NameOf(key),
            InputStream = bytes,
            AutoCloseStream = false,
            ContentType = contentType,
            UseChunkEncoding = false, // Google's storage does not know Amazon's signed chunks
        };
        await Run(() => _client.PutObjectAsync(request, cancellation), cancellation);
        return key;
    }

    /// <inheritdoc/>
    public async Task<Stream?> OpenAsync(BlobKey key, CancellationToken cancellation = default) =>
        await ReadAsync(key, cancellation) switch
        {
            null => null,
            var content when BlobKey.Of(content) == key => new MemoryStream(content, writable: false),
            _ => throw Damaged(key),
        };

    /// <inheritdoc/>
    public async Task<bool> ExistsAsync(BlobKey key, CancellationToken cancellation = default) =>
        await HeadAsync(key, cancellation) is not null;

    /// <inheritdoc/>
    public Task DeleteAsync(BlobKey key, CancellationToken cancellation = default) => Run(
        () => _client.DeleteObjectAsync(_settings.Bucket, NameOf(key), cancellation), cancellation);

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(BlobKey key, DateTimeOffset keptBefore, CancellationToken cancellation = default)
    {
        if (await HeadAsync(key, cancellation) is not { } head || Time(head.LastModified) >= keptBefore)
        {
            return false;
        }

        await DeleteAsync(key, cancellation);
        return true;
    }

    /// <inheritdoc/>
    public async Task<BlobSum> MeasureAsync(CancellationToken cancellation = default)
    {
        long count = 0, bytes = 0;
        await foreach (var blob in ListAsync(cancellation))
        {
            count++;
            bytes += blob.Bytes;
        }

        return new BlobSum(count, bytes);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<KeptBlob> ListAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var request = new ListObjectsV2Request { BucketName = _settings.Bucket, Prefix = _prefix };
        do
        {
            var page = await Run(() => _client.ListObjectsV2Async(request, cancellation), cancellation);
            foreach (var found in page.S3Objects ?? [])
            {
                if (BlobKey.TryParse(found.Key[_prefix.Length..], out var key))
                {
                    yield return new KeptBlob(key, found.Size ?? 0, Time(found.LastModified));
                }
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is not null);
    }

    /// <inheritdoc/>
    /// <remarks>Lists one object: reaches the bucket with the key; whether the key may write is not tried.</remarks>
    public Task CheckAsync(CancellationToken cancellation = default)
    {
        var request = new ListObjectsV2Request { BucketName = _settings.Bucket, Prefix = _prefix, MaxKeys = 1 };
        return Run(() => _client.ListObjectsV2Async(request, cancellation), cancellation);
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _client.Dispose();

    /// <summary>
    /// Whether the content is there, told by its size and by the MD5 that most storages give as the ETag. Where the
    /// ETag is something else (encrypted buckets) the object is read: slower than its headers, never wrong.
    /// </summary>
    async Task<bool> HoldsAsync(BlobKey key, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        GetObjectMetadataResponse? head;
        try
        {
            head = await HeadAsync(key, cancellation);
        }
        catch (BlobException e) when (e.Error == BlobError.Refused)
        {
            return false; // a refused HEAD has no reason with it: writing either works or says why not
        }

        return head?.ContentLength == content.Length
            && (head.ETag?.Trim('"') == ETagOf(content.Span)
                || (await ReadAsync(key, cancellation)).AsSpan().SequenceEqual(content.Span));
    }

    async Task<GetObjectMetadataResponse?> HeadAsync(BlobKey key, CancellationToken cancellation)
    {
        try
        {
            return await Run(
                () => _client.GetObjectMetadataAsync(_settings.Bucket, NameOf(key), cancellation), cancellation);
        }
        catch (BlobException e) when (e.InnerException is AmazonS3Exception { StatusCode: HttpStatusCode.NotFound })
        {
            return null;
        }
    }

    /// <summary>
    /// Reads an object whole. The client tries a request again, but not a transfer that breaks off or stands still:
    /// that is done here.
    /// </summary>
    async Task<byte[]?> ReadAsync(BlobKey key, CancellationToken cancellation)
    {
        var request = new GetObjectRequest
        {
            BucketName = _settings.Bucket,
            Key = NameOf(key),

            // A range, though it is the whole: without one the client takes every ETag for an MD5 and fails on others.
            ByteRange = new ByteRange("bytes=0-"),
        };
        for (int again = _settings.Tries - 1; ; again--)
        {
            try
            {
                using var response = await Run(() => _client.GetObjectAsync(request, cancellation), cancellation);
                return await BodyAsync(response, key, cancellation);
            }
            catch (BlobException e) when (e.InnerException is AmazonS3Exception { ErrorCode: "NoSuchKey" })
            {
                return null;
            }
            catch (BlobException e) when (e.InnerException
                is AmazonS3Exception { StatusCode: HttpStatusCode.RequestedRangeNotSatisfiable })
            {
                return []; // of nothing no range can be had
            }
            catch (Exception e) when (e is not BlobException && S3Failure.Is(e, cancellation))
            {
                if (again == 0)
                {
                    throw S3Failure.Describe(e, _settings);
                }
            }
        }
    }

    async Task<byte[]> BodyAsync(GetObjectResponse response, BlobKey key, CancellationToken cancellation)
    {
        if (response.ContentLength > Array.MaxLength)
        {
            throw Damaged(key); // nothing so large was ever put
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(_settings.Timeout);
        byte[] content = new byte[response.ContentLength];
        await response.ResponseStream.ReadExactlyAsync(content, patience.Token);
        return content;
    }

    async Task<T> Run<T>(Func<Task<T>> request, CancellationToken cancellation)
    {
        try
        {
            return await request();
        }
        catch (Exception e) when (S3Failure.Is(e, cancellation))
        {
            throw S3Failure.Describe(e, _settings);
        }
    }

    [SuppressMessage("Security", "CA5351", Justification = "S3 says it so; it finds decay and guards nothing.")]
    static string ETagOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(MD5.HashData(content));

    static MemoryStream AsStream(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var bytes)
            ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
            : new MemoryStream(content.ToArray(), writable: false);

    /// <summary>A time as the storage tells it; what has none counts as kept now.</summary>
    static DateTimeOffset Time(DateTime? told) => told?.ToUniversalTime() ?? DateTimeOffset.UtcNow;

    string NameOf(BlobKey key) => _prefix + key;

    BlobException Damaged(BlobKey key) => new(BlobError.Damaged, $"The stored picture {NameOf(key)} in the bucket "
        + $"'{_settings.Bucket}' is damaged: its content does not match its name; put it again.");
}
