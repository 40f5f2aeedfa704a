using System.Formats.Tar;
using System.Runtime.CompilerServices;
using Drape.Cli.CommandLine;

namespace Drape.Cli.Evaluate;

/// <summary>The pictures of a set: a folder, or a tar archive that is read from front to end.</summary>
sealed class LabelledPictures
{
    readonly string? _folder;
    readonly string? _archive;

    LabelledPictures(string? folder, string? archive) => (_folder, _archive) = (folder, archive);

    /// <summary>The pictures of a set in a data folder.</summary>
    /// <exception cref="WrongUseException">There are none.</exception>
    public static LabelledPictures Find(string data, string set)
    {
        string folder = Path.Combine(data, set), archive = folder + ".tar";
        return Directory.Exists(folder) ? new LabelledPictures(folder, null)
            : File.Exists(archive) ? new LabelledPictures(null, archive)
            : throw new WrongUseException($"{data} has neither a folder {set} nor a {set}.tar with the pictures.");
    }

    /// <summary>The wanted pictures, each by its file name without ending, in the order they lie there.</summary>
    public IAsyncEnumerable<(string Id, byte[] Bytes)> ReadAsync(IReadOnlySet<string> wanted,
        CancellationToken cancellation) => _folder is not null
            ? ReadFolderAsync(_folder, wanted, cancellation)
            : ReadArchiveAsync(_archive!, wanted, cancellation);

    static async IAsyncEnumerable<(string, byte[])> ReadFolderAsync(string folder, IReadOnlySet<string> wanted,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (string file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            string id = Path.GetFileNameWithoutExtension(file);
            if (wanted.Contains(id))
            {
                yield return (id, await File.ReadAllBytesAsync(file, cancellation));
            }
        }
    }

    static async IAsyncEnumerable<(string, byte[])> ReadArchiveAsync(string archive, IReadOnlySet<string> wanted,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var stream = new FileStream(archive, FileMode.Open, FileAccess.Read, FileShare.Read, 256 * 1024);
        await using var tar = new TarReader(stream);
        while (await NextAsync(tar, archive, wanted, cancellation) is { } picture)
        {
            yield return picture;
        }
    }

    static async Task<(string, byte[])?> NextAsync(TarReader tar, string archive, IReadOnlySet<string> wanted,
        CancellationToken cancellation)
    {
        try
        {
            while (await tar.GetNextEntryAsync(copyData: false, cancellation) is { } entry)
            {
                string id = Path.GetFileNameWithoutExtension(entry.Name);
                if (entry.DataStream is { } data && wanted.Contains(id))
                {
                    byte[] bytes = new byte[data.Length];
                    await data.ReadExactlyAsync(bytes, cancellation);
                    return (id, bytes);
                }
            }

            return null;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new WrongUseException($"{archive} is no whole tar archive: {e.Message}", e);
        }
    }
}
