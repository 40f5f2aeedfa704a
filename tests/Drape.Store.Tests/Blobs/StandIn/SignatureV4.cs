using System.Security.Cryptography;
using System.Text;

namespace Drape.Store.Tests.Blobs.StandIn;

/// <summary>
/// Amazon's Signature Version 4, computed from a request as it came in
/// (docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html).
/// </summary>
static class SignatureV4
{
    /// <summary>The signature that the owner of the secret would have given.</summary>
    /// <param name="secret">The secret of the access key.</param>
    /// <param name="scope">Day, region, service and <c>aws4_request</c>, with slashes between them.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="target">Path and query as they were sent, still encoded.</param>
    /// <param name="headers">The signed headers with lower-case names, in the order of their names.</param>
    public static string Compute(
        string secret, string scope, string method, string target, IReadOnlyList<(string Name, string Value)> headers)
    {
        string[] parts = target.Split('?', 2);
        string query = string.Join('&', (parts.Length < 2 ? "" : parts[1])
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Contains('=', StringComparison.Ordinal) ? pair : pair + "=")
            .Order(StringComparer.Ordinal));
        string request = string.Join('\n', [
            method,
            parts[0],
            query,
            .. headers.Select(header => $"{header.Name}:{header.Value.Trim()}"),
            "",
            string.Join(';', headers.Select(header => header.Name)),
            headers.Single(header => header.Name == "x-amz-content-sha256").Value,
        ]);

        string time = headers.Single(header => header.Name == "x-amz-date").Value;
        string toSign = $"AWS4-HMAC-SHA256\n{time}\n{scope}\n"
            + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request)));

        byte[] key = scope.Split('/').Aggregate(
            Encoding.UTF8.GetBytes("AWS4" + secret),
            (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part)));
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
    }
}
