using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using Drape.Store.Blobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Drape.Store.Tests.Blobs.StandIn;

/// <summary>
/// Stands in for S3-compatible storage on this machine. It is as strict as the strictest of them: every signature and
/// every content's SHA-256 is verified, and Amazon's own additions, which Google's storage does not know, are refused.
/// </summary>
sealed class StorageStandIn : IAsyncDisposable
{
    public const string Bucket = "pictures", AccessKey = "AKIDDRAPE", SecretKey = "only/for+tests";

    readonly WebApplication _app;
    readonly ConcurrentDictionary<string, StoredObject> _objects = new(StringComparer.Ordinal);
    readonly ConcurrentQueue<(string Method, StorageFault Fault)> _faults = new();

    StorageStandIn(WebApplication app) => _app = app;

    public static async Task<StorageStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var standIn = new StorageStandIn(builder.Build());
        standIn._app.Urls.Add("http://127.0.0.1:0");
        standIn._app.Run(standIn.AnswerAsync);
        await standIn._app.StartAsync();
        return standIn;
    }

    public string Url => _app.Urls.First();

    public S3Settings Settings => new()
    {
        Endpoint = Url,
        Bucket = Bucket,
        AccessKey = AccessKey,
        SecretKey = SecretKey,
        Timeout = TimeSpan.FromSeconds(10),
    };

    /// <summary>The objects by name, to be looked at and tampered with.</summary>
    public IDictionary<string, StoredObject> Objects => _objects;

    /// <summary>How far its clock is from this machine's.</summary>
    public TimeSpan ClockAhead { get; set; }

    /// <summary>How many objects a page of a listing has at most.</summary>
    public int PageSize { get; set; } = 1000;

    /// <summary>Whether ETags tell nothing of the content, as in encrypted buckets.</summary>
    public bool OpaqueETags { get; set; }

    /// <summary>The requests so far: method, and status or fault.</summary>
    public ConcurrentQueue<(string Method, string Outcome)> Requests { get; } = new();

    /// <summary>Lets the next requests of a method fail.</summary>
    public void Fail(string method, StorageFault fault, int times = 1)
    {
        for (int i = 0; i < times; i++)
        {
            _faults.Enqueue((method, fault));
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token); // a request that is left unanswered would hold it up
        await _app.DisposeAsync();
    }

    async Task AnswerAsync(HttpContext context)
    {
        string method = context.Request.Method;
        bool fails = _faults.TryPeek(out var next) && next.Method == method && _faults.TryDequeue(out next);
        if (fails && next.Fault is not (StorageFault.CutOff or StorageFault.Stalled))
        {
            Requests.Enqueue((method, next.Fault.ToString())); // before the client learns of it and asks again
            await FailAsync(context, next.Fault);
            return;
        }

        try
        {
            byte[] body = await BodyAsync(context.Request);
            Verify(context.Request, body);
            await ServeAsync(context, body, fails ? next.Fault : null);
        }
        catch (StorageRefusal refusal)
        {
            await RefuseAsync(context, refusal);
        }

        Requests.Enqueue((method, context.Response.StatusCode.ToString(CultureInfo.InvariantCulture)));
    }

    static async Task<byte[]> BodyAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return body.ToArray();
    }

    void Verify(HttpRequest request, byte[] body)
    {
        string[] strangers = [.. request.Headers.Keys.Where(name =>
            name.StartsWith("x-amz-checksum-", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("x-amz-sdk-checksum-", StringComparison.OrdinalIgnoreCase)
            || name.Equals("x-amz-trailer", StringComparison.OrdinalIgnoreCase))];
        string digest = request.Headers["x-amz-content-sha256"].ToString();
        if (strangers.Length > 0 || digest.StartsWith("STREAMING", StringComparison.Ordinal))
        {
            throw new StorageRefusal(501, "NotImplemented");
        }

        if (Credentials.Read(request) is not { } credentials || credentials.AccessKey != AccessKey)
        {
            throw new StorageRefusal(403, "InvalidAccessKeyId");
        }

        string target = request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget;
        string signature = SignatureV4.Compute(SecretKey, credentials.Scope, request.Method, target,
            [.. credentials.SignedHeaders.Select(name => (name, request.Headers[name].ToString()))]);
        if (signature != credentials.Signature || !credentials.SignedHeaders.Contains("host"))
        {
            throw new StorageRefusal(403, "SignatureDoesNotMatch");
        }

        var time = DateTime.ParseExact(request.Headers["x-amz-date"].ToString(), "yyyyMMdd'T'HHmmss'Z'",
            CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
        if ((time - Now).Duration() > TimeSpan.FromMinutes(15))
        {
            throw new StorageRefusal(403, "RequestTimeTooSkewed");
        }

        if (digest != Convert.ToHexStringLower(SHA256.HashData(body)))
        {
            throw new StorageRefusal(400, "XAmzContentSHA256Mismatch");
        }
    }

    async Task ServeAsync(HttpContext context, byte[] body, StorageFault? fault)
    {
        string[] path = context.Request.Path.Value!.TrimStart('/').Split('/', 2);
        string name = path.Length < 2 ? "" : path[1];
        var response = context.Response;
        response.Headers.Date = Now.ToString("R", CultureInfo.InvariantCulture);
        if (path[0] != Bucket)
        {
            throw new StorageRefusal(404, "NoSuchBucket");
        }

        switch (context.Request.Method)
        {
            case "GET" when name.Length == 0:
                await ListAsync(context);
                break;
            case "PUT":
                _objects[name] = new StoredObject(body, context.Request.ContentType);
                response.Headers.ETag = ETag(_objects[name]);
                break;
            case "DELETE":
                _objects.TryRemove(name, out _);
                response.StatusCode = 204;
                break;
            case "GET" or "HEAD" when _objects.TryGetValue(name, out var stored):
                response.ContentType = stored.ContentType;
                response.ContentLength = stored.Content.Length;
                response.Headers.ETag = ETag(stored);
                response.Headers.LastModified = stored.WrittenAt.ToString("R", CultureInfo.InvariantCulture);
                if (context.Request.Method == "GET")
                {
                    SendAsRange(context, stored.Content.Length);
                    await SendAsync(context, stored.Content, fault);
                }

                break;
            default:
                throw new StorageRefusal(404, "NoSuchKey");
        }
    }

    /// <summary>The only range that is understood is the whole; of nothing there is none.</summary>
    static void SendAsRange(HttpContext context, int length)
    {
        if (context.Request.Headers.Range == "bytes=0-")
        {
            if (length == 0)
            {
                context.Response.ContentLength = null;
                throw new StorageRefusal(416, "InvalidRange");
            }

            context.Response.StatusCode = 206;
            context.Response.Headers.ContentRange = $"bytes 0-{length - 1}/{length}";
        }
    }

    static async Task SendAsync(HttpContext context, byte[] content, StorageFault? fault)
    {
        if (fault is null)
        {
            await context.Response.Body.WriteAsync(content);
            return;
        }

        await context.Response.Body.WriteAsync(content.AsMemory(0, content.Length / 2));
        await context.Response.Body.FlushAsync();
        if (fault == StorageFault.Stalled)
        {
            await WaitForTheClientToGoAsync(context);
        }

        context.Abort();
    }

    async Task ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (query["list-type"] != "2")
        {
            throw new StorageRefusal(400, "InvalidArgument");
        }

        string prefix = query["prefix"].ToString(), after = query["continuation-token"].ToString();
        int most = Math.Min(PageSize,
            query.TryGetValue("max-keys", out var asked) ? int.Parse(asked!, CultureInfo.InvariantCulture) : PageSize);
        string[] names = [.. _objects.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)
            && string.CompareOrdinal(name, after) > 0).Order(StringComparer.Ordinal)];
        string[] page = [.. names.Take(most)];
        XNamespace s3 = "http://s3.amazonaws.com/doc/2006-03-01/";
        await WriteAsync(context, new XElement(s3 + "ListBucketResult",
            new XElement(s3 + "Name", Bucket),
            new XElement(s3 + "Prefix", prefix),
            new XElement(s3 + "KeyCount", page.Length),
            new XElement(s3 + "MaxKeys", most),
            new XElement(s3 + "IsTruncated", page.Length < names.Length),
            page.Length < names.Length ? new XElement(s3 + "NextContinuationToken", page[^1]) : null,
            page.Select(name => new XElement(s3 + "Contents",
                new XElement(s3 + "Key", name),
                new XElement(s3 + "LastModified",
                    _objects[name].WrittenAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
                new XElement(s3 + "Size", _objects[name].Content.Length)))));
    }

    /// <summary>Fails before the request is read.</summary>
    async Task FailAsync(HttpContext context, StorageFault fault)
    {
        switch (fault)
        {
            case StorageFault.Dropped:
                context.Abort();
                break;
            case StorageFault.Silent:
                await WaitForTheClientToGoAsync(context);
                break;
            case StorageFault.WebPage:
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync("<!doctype html><html><body>Hello.<br></body></html>");
                break;
            default:
                await RefuseAsync(context, fault switch
                {
                    StorageFault.SlowDown => new StorageRefusal(503, "SlowDown"),
                    StorageFault.Denied => new StorageRefusal(403, "AccessDenied"),
                    StorageFault.Skewed => new StorageRefusal(403, "RequestTimeTooSkewed"),
                    StorageFault.OtherRegion => new StorageRefusal(301, "PermanentRedirect"),
                    _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
                });
                break;
        }
    }

    static async Task WaitForTheClientToGoAsync(HttpContext context)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
        }
    }

    async Task RefuseAsync(HttpContext context, StorageRefusal refusal)
    {
        context.Response.StatusCode = refusal.Status;
        context.Response.Headers.Date = Now.ToString("R", CultureInfo.InvariantCulture);
        if (context.Request.Method != "HEAD")
        {
            await WriteAsync(context, new XElement("Error",
                new XElement("Code", refusal.Code), new XElement("Message", refusal.Code)));
        }
    }

    static Task WriteAsync(HttpContext context, XElement xml)
    {
        context.Response.ContentType = "application/xml";
        return context.Response.WriteAsync("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml);
    }

    DateTime Now => DateTime.UtcNow + ClockAhead;

    [SuppressMessage("Security", "CA5351", Justification = "S3 gives it as the ETag.")]
    string ETag(StoredObject stored) => OpaqueETags ? "\"CPjU7Kq0iZADEAE=\""
        : $"\"{Convert.ToHexStringLower(MD5.HashData(stored.Content))}\"";
}
