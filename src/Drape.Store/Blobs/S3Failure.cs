using System.Net;
using System.Xml;
using Amazon.Runtime;

namespace Drape.Store.Blobs;

/// <summary>Turns what the storage or the network says into a sentence for the person who runs Drape.</summary>
static class S3Failure
{
    /// <summary>Whether this is the storage's or the network's failure rather than a mistake of the program.</summary>
    public static bool Is(Exception e, CancellationToken cancellation) => e
        is AmazonClientException or AmazonServiceException or HttpRequestException or IOException or XmlException
        || (e is OperationCanceledException or TimeoutException && !cancellation.IsCancellationRequested);

    public static BlobException Describe(Exception e, S3Settings settings)
    {
        string at = settings.Endpoint ?? $"Amazon's storage in {settings.Region}", bucket = settings.Bucket!;
        return e is AmazonServiceException { StatusCode: not 0 } answer ? Answer(answer, at, bucket)
            : e is XmlException ? new BlobException(BlobError.Unavailable,
                $"{at} does not answer as S3 storage does; check Blobs:S3:Endpoint.", e)
            : e is OperationCanceledException or TimeoutException ? new BlobException(BlobError.Unavailable,
                $"{at} did not answer within {settings.Timeout.TotalSeconds:0.#} s; see whether it is up, or raise "
                + "Blobs:S3:Timeout.", e)
            : new BlobException(BlobError.Unavailable,
                $"{at} cannot be reached: {Reason(e)}; check Blobs:S3:Endpoint and the network.", e);
    }

    static BlobException Answer(AmazonServiceException e, string at, string bucket) =>
        (e.ErrorCode, e.StatusCode) switch
        {
            ("NoSuchBucket", _) => new(BlobError.WrongSettings,
                $"There is no bucket '{bucket}' at {at}; create it, or name another with Blobs:S3:Bucket.", e),
            ("InvalidAccessKeyId", _) => new(BlobError.Refused,
                $"{at} does not know the access key; correct Blobs:S3:AccessKey.", e),
            ("SignatureDoesNotMatch", _) => new(BlobError.Refused,
                $"{at} refuses the signature; Blobs:S3:SecretKey has to be the access key's secret.", e),
            ("RequestTimeTooSkewed" or "RequestExpired", _) => new(BlobError.Refused,
                $"This machine's clock is too far from that of {at}; set the clock and try again.", e),
            ("AuthorizationHeaderMalformed" or "PermanentRedirect", _) or (_, HttpStatusCode.MovedPermanently) =>
                new(BlobError.WrongSettings,
                    $"The bucket '{bucket}' at {at} is in another region; name its region with Blobs:S3:Region.", e),
            (_, HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized) => new(BlobError.Refused,
                $"{at} does not let this access key use the bucket '{bucket}'; give the key the rights to list, read, "
                + "write and delete, and see that secret and clock are right.", e),
            (_, >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests) => new(BlobError.Unavailable,
                $"{at} is overloaded or failed ({(int)e.StatusCode}{Code(e)}); try again later.", e),
            _ => new(BlobError.Unavailable,
                $"{at} does not answer as S3 storage does ({(int)e.StatusCode}{Code(e)}); check Blobs:S3:Endpoint.", e),
        };

    static string Code(AmazonServiceException e) => string.IsNullOrEmpty(e.ErrorCode) ? "" : $" {e.ErrorCode}";

    static string Reason(Exception e) => e.GetBaseException().Message.TrimEnd('.');
}
