using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Drape.Store.Tests.Blobs.StandIn;

/// <summary>What a request's Authorization header says.</summary>
sealed partial record Credentials(string AccessKey, string Scope, string[] SignedHeaders, string Signature)
{
    public static Credentials? Read(HttpRequest request)
    {
        var match = Header().Match(request.Headers.Authorization.ToString());
        return match.Success
            ? new(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value.Split(';'), match.Groups[4].Value)
            : null;
    }

    [GeneratedRegex(@"\AAWS4-HMAC-SHA256 Credential=([^/]+)/([^,]+), ?SignedHeaders=([^,]+), "
        + @"?Signature=([0-9a-f]{64})\z")]
    private static partial Regex Header();
}
