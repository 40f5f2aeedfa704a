using System.Security.Cryptography;

namespace Drape.Store.Blobs;

/// <summary>
/// Hashes a content while it is read, and refuses to hand out its last bytes if they do not match the key. Hashing runs
/// beside reading at more than a gigabyte a second, so that nothing is read twice to be verified.
/// </summary>
sealed class VerifiedStream(Stream content, BlobKey key, Func<BlobException> damaged) : Stream
{
    readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    readonly long _length = content.Length;
    long _read;
    bool _verified;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException("A stored picture is read from its beginning.");
    }

    public override int Read(Span<byte> buffer)
    {
        int count = content.Read(buffer);
        Verify(buffer[..count], asked: buffer.Length);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = await content.ReadAsync(buffer, cancellationToken);
        Verify(buffer.Span[..count], asked: buffer.Length);
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    void Verify(ReadOnlySpan<byte> part, int asked)
    {
        if (_verified)
        {
            return;
        }

        _hash.AppendData(part);
        _read += part.Length;
        if (_read < _length && (part.Length > 0 || asked == 0))
        {
            return;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        _hash.GetCurrentHash(hash);
        if (BlobKey.FromHash(hash) != key)
        {
            throw damaged();
        }

        _verified = true;
    }
}
