using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Drape.Server.Tests.People;

/// <summary>An authenticator app: codes of six digits as RFC 6238 has them.</summary>
static class Totp
{
    const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The code of this half minute, or of one some steps later.</summary>
    public static string Now(string key, int steps = 0)
    {
        byte[] counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30 + steps);
#pragma warning disable CA5350 // RFC 6238 has it so
        byte[] hash = HMACSHA1.HashData(Bytes(key), counter);
#pragma warning restore CA5350
        int at = hash[^1] & 15;
        int number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    static byte[] Bytes(string key)
    {
        var bytes = new List<byte>();
        int bits = 0, held = 0;
        foreach (char letter in key.TrimEnd('='))
        {
            held = held << 5 | Letters.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal);
            bits += 5;
            if (bits >= 8)
            {
                bytes.Add((byte)(held >> (bits - 8)));
                bits -= 8;
            }
        }

        return [.. bytes];
    }
}
