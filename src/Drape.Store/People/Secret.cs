using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Drape.Store.People;

/// <summary>Texts made by chance that give access, and the hashes under which they are kept.</summary>
public static class Secret
{
    const int Bytes = 32;
    const string HandleLetters = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>A new secret: 43 letters, digits, - and _, from 256 bits of chance.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The hash of a secret, in 64 hexadecimal digits. As it is long and made by chance, no salt is needed.</summary>
    public static string Hash(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
    }

    /// <summary>A handle: 12 small letters and digits, none that is taken for another.</summary>
    internal static string NewHandle() => RandomNumberGenerator.GetString(HandleLetters, 12);
}
