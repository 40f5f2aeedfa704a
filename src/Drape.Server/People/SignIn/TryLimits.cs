using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Drape.Server.People.SignIn;

/// <summary>How often something may be tried; settings <c>Tries</c>.</summary>
sealed record TryOptions
{
    public const string Section = "Tries";

    /// <summary>Sign-ins of one network address in five minutes.</summary>
    public int SignInsOfAddress { get; init; } = 60;

    /// <summary>Sign-ins of one person in five minutes.</summary>
    public int SignInsOfPerson { get; init; } = 15;

    /// <summary>Sign-ups and resets of one network address in an hour.</summary>
    public int LettersOfAddress { get; init; } = 30;

    /// <summary>Letters to one e-mail address in an hour.</summary>
    public int LettersToPerson { get; init; } = 4;
}

/// <summary>
/// Counts tries to sign in and wishes for letters, by network address and by whom they are about, in this process. A person's
/// lockout, which all processes share, is the store's.
/// </summary>
sealed class TryLimits : IDisposable
{
    static readonly TimeSpan Minutes = TimeSpan.FromMinutes(5);
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    readonly PartitionedRateLimiter<string> _signInsOfAddress, _signInsOfPerson, _lettersOfAddress, _lettersToPerson;

    public TryLimits(IConfiguration configuration)
    {
        var options = configuration.GetSection(TryOptions.Section).Get<TryOptions>() ?? new TryOptions();
        _signInsOfAddress = Limiter(options.SignInsOfAddress, Minutes);
        _signInsOfPerson = Limiter(options.SignInsOfPerson, Minutes);
        _lettersOfAddress = Limiter(options.LettersOfAddress, Hour);
        _lettersToPerson = Limiter(options.LettersToPerson, Hour);
    }

    /// <summary>Whether one more sign-in may be tried.</summary>
    /// <param name="context">Who asks.</param>
    /// <param name="person">As whom.</param>
    public bool MaySignIn(HttpContext context, string person) =>
        Pass(_signInsOfAddress, Network(context)) && Pass(_signInsOfPerson, person.Trim().ToUpperInvariant());

    /// <summary>Whether this network address may ask for one more letter.</summary>
    public bool MayAskForLetter(HttpContext context) => Pass(_lettersOfAddress, Network(context));

    /// <summary>Whether one more letter may go there; where not, nobody is told.</summary>
    public bool MaySendTo(string email) => Pass(_lettersToPerson, email.Trim().ToUpperInvariant());

    public void Dispose()
    {
        _signInsOfAddress.Dispose();
        _signInsOfPerson.Dispose();
        _lettersOfAddress.Dispose();
        _lettersToPerson.Dispose();
    }

    static bool Pass(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    static PartitionedRateLimiter<string> Limiter(int tries, TimeSpan time) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetSlidingWindowLimiter(key,
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = tries, Window = time, SegmentsPerWindow = 5 }));

    /// <summary>An IPv6 household has 2^64 addresses at least: its network is what counts.</summary>
    static string Network(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        if (address is null)
        {
            return "";
        }

        if (address.IsIPv4MappedToIPv6 || address.AddressFamily == AddressFamily.InterNetwork)
        {
            return address.MapToIPv4().ToString();
        }

        byte[] bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes).ToString();
    }
}
