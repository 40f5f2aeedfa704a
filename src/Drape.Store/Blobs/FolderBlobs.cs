using System.Runtime.CompilerServices;

namespace Drape.Store.Blobs;

/// <summary>
/// Blobs as files: <c>ab/cd/abcd…</c> under one folder. A file is written beside, flushed and renamed, and the folders'
/// entries are flushed: under its name there is never half a content, and what was acknowledged stays.
/// </summary>
public sealed class FolderBlobs : IBlobStore
{
    const string Incoming = "incoming";

    // No upload takes so long: a file that is older was left by a process that ended in the middle.
    static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    readonly string _root, _incoming;

    // Folders of the second level that are known to be on the disk. One that a process made just before it ended may
    // be there and not be on the disk, so each is flushed once by each process.
    readonly bool[] _safe = new bool[1 << 16];

    FolderBlobs(string root)
    {
        _root = root;
        _incoming = Path.Combine(root, Incoming);
    }

    /// <summary>Opens a folder, makes it if it is not there, and removes unfinished files that a crash left.</summary>
    /// <exception cref="BlobException">The folder cannot be made or listed.</exception>
    public static FolderBlobs Open(string folder)
    {
        try
        {
            var blobs = new FolderBlobs(Path.GetFullPath(folder));
            Make(blobs._root);
            Directory.CreateDirectory(blobs._incoming);
            blobs.RemoveAbandoned();
            return blobs;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BlobException(BlobError.WrongSettings, $"Pictures cannot be kept in {folder}: "
                + $"{Reason(e)}; choose another folder with Blobs:Folder.", e);
        }
    }

    /// <inheritdoc/>
    public Task<BlobKey> PutAsync(
        ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation = default) =>
        Run(() => Put(content.Span), cancellation);

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(BlobKey key, CancellationToken cancellation = default) => Run<Stream?>(() =>
    {
        try
        {
            // Whoever reads must not hinder a repair or a removal, which Windows would otherwise refuse.
            var file = new FileStream(PathOf(key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete,
                bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
            return new VerifiedStream(file, key, () => Damaged(key));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }, cancellation);

    /// <inheritdoc/>
    public Task<bool> ExistsAsync(BlobKey key, CancellationToken cancellation = default) =>
        Run(() => File.Exists(PathOf(key)), cancellation);

    /// <inheritdoc/>
    public Task DeleteAsync(BlobKey key, CancellationToken cancellation = default) =>
        DeleteAsync(key, DateTimeOffset.MaxValue, cancellation);

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(BlobKey key, DateTimeOffset keptBefore, CancellationToken cancellation = default) => Run(() =>
    {
        var file = new FileInfo(PathOf(key));
        if (!file.Exists || file.LastWriteTimeUtc >= keptBefore)
        {
            return false;
        }

        file.Delete();
        FolderSync.Flush(file.DirectoryName!);
        return true;
    }, cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<KeptBlob> ListAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (string outer in await Run(() => Directory.GetDirectories(_root, "??"), cancellation))
        {
            foreach (string inner in await Run(() => Directory.GetDirectories(outer, "??"), cancellation))
            {
                foreach (var blob in await Run(() => FilesOf(inner), cancellation))
                {
                    yield return blob;
                }
            }
        }
    }

    /// <inheritdoc/>
    public Task<BlobSum> MeasureAsync(CancellationToken cancellation = default) => Run(() =>
    {
        long count = 0, bytes = 0;
        var deep = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2 };
        foreach (var file in new DirectoryInfo(_root).EnumerateFiles("*", deep))
        {
            cancellation.ThrowIfCancellationRequested();
            if (BlobKey.TryParse(file.Name, out _))
            {
                count++;
                bytes += file.Length;
            }
        }

        return new BlobSum(count, bytes);
    }, cancellation);

    /// <inheritdoc/>
    public Task CheckAsync(CancellationToken cancellation = default) => Run(() =>
    {
        string probe = NewFile();
        File.WriteAllBytes(probe, []);
        File.Delete(probe);
        return true;
    }, cancellation);

    /// <summary>Nothing is held open.</summary>
    public void Dispose()
    {
    }

    List<KeptBlob> FilesOf(string folder)
    {
        var blobs = new List<KeptBlob>();
        foreach (var file in new DirectoryInfo(folder).GetFiles())
        {
            // One that is deleted meanwhile is not there any more: asking makes length and time known, too.
            if (BlobKey.TryParse(file.Name, out var key) && PathOf(key) == file.FullName && file.Exists)
            {
                blobs.Add(new KeptBlob(key, file.Length, file.LastWriteTimeUtc));
            }
        }

        return blobs;
    }

    BlobKey Put(ReadOnlySpan<byte> content)
    {
        var key = BlobKey.Of(content);
        string path = PathOf(key), folder = Path.GetDirectoryName(path)!;
        if (!Holds(path, content) || !Freshened(path))
        {
            Directory.CreateDirectory(folder);
            WriteBeside(path, content);
        }

        // Also what is there already: another process may have renamed it just now, or ended before flushing.
        FolderSync.Flush(folder);
        if (!_safe[key.First16Bits])
        {
            FolderSync.Flush(Path.GetDirectoryName(folder)!);
            FolderSync.Flush(_root);
            _safe[key.First16Bits] = true;
        }

        return key;
    }

    /// <summary>Whether the file is there with this content. Comparing costs a read and finds decay.</summary>
    static bool Holds(string path, ReadOnlySpan<byte> content)
    {
        try
        {
            using var file = File.OpenHandle(path, share: FileShare.Read | FileShare.Delete);
            if (RandomAccess.GetLength(file) != content.Length)
            {
                return false;
            }

            byte[] buffer = new byte[Math.Min(content.Length, 64 * 1024)];
            for (int at = 0; at < content.Length;)
            {
                int count = RandomAccess.Read(file, buffer, at);
                if (count == 0 || !content[at..].StartsWith(buffer.AsSpan(0, count)))
                {
                    return false;
                }

                at += count;
            }

            return true;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    /// <summary>
    /// Counts a file as kept now, so that a <see cref="BlobSweep"/> leaves it to whoever put it just now and is about to
    /// show it. False where that cannot be: it was deleted meanwhile, or is another user's, and has to be written anew.
    /// </summary>
    static bool Freshened(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            return File.Exists(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Writes a file that is whole whenever it is seen.</summary>
    void WriteBeside(string path, ReadOnlySpan<byte> content)
    {
        string beside = NewFile();
        try
        {
            using (var file = File.OpenHandle(
                beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, preallocationSize: content.Length))
            {
                RandomAccess.Write(file, content, 0);
                RandomAccess.FlushToDisk(file);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    /// <summary>Makes a folder and those it lies in, and flushes the entries of what was made.</summary>
    static void Make(string folder)
    {
        if (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } parent)
        {
            Make(parent);
            Directory.CreateDirectory(folder);
            FolderSync.Flush(parent);
        }
    }

    void RemoveAbandoned()
    {
        foreach (string file in Directory.EnumerateFiles(_incoming))
        {
            if (File.GetLastWriteTimeUtc(file) < DateTime.UtcNow - Abandoned)
            {
                File.Delete(file);
            }
        }
    }

    string NewFile() => Path.Combine(_incoming, Guid.NewGuid().ToString("N"));

    string PathOf(BlobKey key)
    {
        string name = key.ToString();
        return Path.Combine(_root, name[..2], name[2..4], name);
    }

    /// <summary>File systems block: waits on a thread of the pool, and turns what they say into a sentence.</summary>
    async Task<T> Run<T>(Func<T> work, CancellationToken cancellation)
    {
        try
        {
            return await Task.Run(work, cancellation);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new BlobException(BlobError.Refused, $"Drape may not keep pictures in {_root}: {Reason(e)}; "
                + "allow its user to read and write there.", e);
        }
        catch (IOException e)
        {
            throw new BlobException(
                BlobError.Unavailable, $"The folder of pictures {_root} cannot be used: {Reason(e)}.", e);
        }
    }

    static string Reason(Exception e) => e.Message.TrimEnd('.');

    BlobException Damaged(BlobKey key) => new(BlobError.Damaged,
        $"The stored picture {PathOf(key)} is damaged: its content does not match its name; put it again.");
}
