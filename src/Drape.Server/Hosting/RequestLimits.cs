using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Drape.Server.People;
using Drape.Server.Photos;
using Drape.Server.Problems;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Drape.Server.Hosting;

/// <summary>
/// Bounds how often the API is asked, by network address and by person, in this process. As much as a minute allows may come
/// at once; after that it comes back evenly. Pages, their files and pictures are not counted: one page shows many.
/// </summary>
static class RequestLimits
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    static readonly string[] Apis = ["/api", "/predict", "/process_image"];

    /// <summary>Whether requests of a path are counted.</summary>
    public static bool Concern(PathString path) => Array.Exists(Apis, api => path.StartsWithSegments(api));

    public static void AddRequestLimits(this IServiceCollection services)
    {
        services.AddOptions<LimitOptions>().BindConfiguration(LimitOptions.Section)
            .Validate(o => o.IsValid, "Limits: RequestsOfPerson and RequestsOfAddress are 0 or more.")
            .ValidateOnStart();
        services.AddRateLimiter(_ => { });
    }

    /// <summary>Counts by address, before anybody's key is looked up.</summary>
    public static void UseLimitsOfAddresses(this WebApplication app)
    {
        int limit = app.Services.GetRequiredService<IOptions<LimitOptions>>().Value.RequestsOfAddress;
        app.UseRateLimiter(Limiter(limit, AddressOf));
    }

    /// <summary>Counts by person, once it is known who asks.</summary>
    public static void UseLimitsOfPeople(this WebApplication app)
    {
        int limit = app.Services.GetRequiredService<IOptions<LimitOptions>>().Value.RequestsOfPerson;
        app.UseRateLimiter(Limiter(limit, context =>
            Visitor.IdOf(context.User)?.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>
    /// The address; null for this machine itself, which may be a proxy that speaks for everybody.
    /// </summary>
    static string? AddressOf(HttpContext context) => context.Connection.RemoteIpAddress is not { } address ? ""
        : IPAddress.IsLoopback(address) || (address.IsIPv4MappedToIPv6 && IPAddress.IsLoopback(address.MapToIPv4())) ? null
        : SenderGate.SenderOf(address).ToString();

    static RateLimiterOptions Limiter(int limit, Func<HttpContext, string?> who) => new()
    {
        GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            limit > 0 && Concern(context.Request.Path) && who(context) is { } key
                ? RateLimitPartition.GetTokenBucketLimiter(key, _ => Bucket(limit))
                : RateLimitPartition.GetNoLimiter("")),
        OnRejected = (rejected, _) => new ValueTask(new ProblemResult(RequestProblems.TooMany(
            rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Minute)).ExecuteAsync(rejected.HttpContext)),
    };

    static TokenBucketRateLimiterOptions Bucket(int limit)
    {
        // At least one request a period, and no period shorter than a second.
        var period = TimeSpan.FromSeconds(Math.Max(1, Minute.TotalSeconds / limit));
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = limit,
            ReplenishmentPeriod = period,
            TokensPerPeriod = Math.Max(1, (int)Math.Round(limit * period / Minute)),
            QueueLimit = 0,
        };
    }
}
