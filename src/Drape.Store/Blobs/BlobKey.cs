using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Drape.Store.Blobs;

/// <summary>The name of a blob: the SHA-256 of its content, written as 64 lower-case hexadecimal digits.</summary>
public readonly record struct BlobKey : IParsable<BlobKey>
{
    // Two numbers rather than an array, so that keys are compared by value and nothing can change them.
    readonly UInt128 _high, _low;

    BlobKey(ReadOnlySpan<byte> hash)
    {
        _high = BinaryPrimitives.ReadUInt128BigEndian(hash);
        _low = BinaryPrimitives.ReadUInt128BigEndian(hash[16..]);
    }

    /// <summary>The key of a content.</summary>
    public static BlobKey Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return new BlobKey(hash);
    }

    /// <summary>Reads a key as <see cref="ToString"/> writes it.</summary>
    /// <exception cref="FormatException">It is not 64 lower-case hexadecimal digits.</exception>
    public static BlobKey Parse(string text) => TryParse(text, out var key)
        ? key
        : throw new FormatException("A picture's key has 64 hexadecimal digits in lower case.");

    /// <summary>Reads a key as <see cref="ToString"/> writes it, not with capital letters: a blob has one name.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out BlobKey key)
    {
        key = default;
        if (text is not { Length: SHA256.HashSizeInBytes * 2 } || text.AsSpan().ContainsAnyInRange('A', 'F'))
        {
            return false;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (Convert.FromHexString(text, hash, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        key = new BlobKey(hash);
        return true;
    }

    /// <inheritdoc/>
    static BlobKey IParsable<BlobKey>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    static bool IParsable<BlobKey>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, out BlobKey result) => TryParse(s, out result);

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        BinaryPrimitives.WriteUInt128BigEndian(hash, _high);
        BinaryPrimitives.WriteUInt128BigEndian(hash[16..], _low);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>The first 16 bits, by which keys are spread evenly.</summary>
    internal int First16Bits => (int)(_high >> 112);

    /// <summary>The key of a content that was hashed piece by piece.</summary>
    internal static BlobKey FromHash(ReadOnlySpan<byte> hash) => new(hash);
}
