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

    /// <summary>The rows whose pictures are there, for a set that has pictures for some of its table's rows only.</summary>
    /// <exception cref="WrongUseException">No row has one.</exception>
    public IReadOnlyList<TRow> OnlyThere<TRow>(IReadOnlyList<TRow> rows)
        where TRow : ILabelled
    {
        var names = Names();
        TRow[] there = [.. rows.Where(r => r.Files.All(names.Contains))];
        return there.Length > 0 ? there
            : throw new WrongUseException($"{_folder ?? _archive} has no picture of these rows.");
    }

    HashSet<string> Names()
    {
        if (_folder is not null)
        {
            return [.. Directory.EnumerateFiles(_folder).Select(f => Path.GetFileNameWithoutExtension(f))];
        }

        using var stream = File.OpenRead(_archive!);
        using var tar = new TarReader(stream);
        var names = new HashSet<string>();
        try
        {
            while (tar.GetNextEntry() is { } entry)
            {
                names.Add(Path.GetFileNameWithoutExtension(entry.Name));
            }
        }
        catch (Exception e) when (IsTorn(e))
        {
            throw Torn(_archive!, e);
        }

        return names;
    }

    /// <summary>The wanted pictures, each by its name as <see cref="ILabelled.Files"/> states it, as they lie there.</summary>
    public IAsyncEnumerable<(string File, byte[] Bytes)> ReadAsync(IReadOnlyCollection<string> wanted,
        CancellationToken cancellation)
    {
        var names = wanted.ToHashSet();
        return _folder is not null ? ReadFolderAsync(_folder, names, cancellation)
            : ReadArchiveAsync(_archive!, names, cancellation);
    }

    static async IAsyncEnumerable<(string, byte[])> ReadFolderAsync(string folder, HashSet<string> wanted,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal))
        {
            if (NameOf(file, wanted) is { } name)
            {
                yield return (name, await File.ReadAllBytesAsync(file, cancellation));
            }
        }
    }

    static async IAsyncEnumerable<(string, byte[])> ReadArchiveAsync(string archive, HashSet<string> wanted,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var stream = new FileStream(archive, FileMode.Open, FileAccess.Read, FileShare.Read, 256 * 1024);
        await using var tar = new TarReader(stream);
        while (await NextAsync(tar, archive, wanted, cancellation) is { } picture)
        {
            yield return picture;
        }
    }

    /// <summary>A file's name without ending, after its folder where that is what is wanted; null where neither is.</summary>
    static string? NameOf(string path, HashSet<string> wanted)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        string inFolder = $"{Path.GetFileName(Path.GetDirectoryName(path))}/{name}";
        return wanted.Contains(inFolder) ? inFolder : wanted.Contains(name) ? name : null;
    }

    static async Task<(string, byte[])?> NextAsync(TarReader tar, string archive, HashSet<string> wanted,
        CancellationToken cancellation)
    {
        try
        {
            while (await tar.GetNextEntryAsync(copyData: false, cancellation) is { } entry)
            {
                if (entry.DataStream is { } data && NameOf(entry.Name, wanted) is { } name)
                {
                    byte[] bytes = new byte[data.Length];
                    await data.ReadExactlyAsync(bytes, cancellation);
                    return (name, bytes);
                }
            }

            return null;
        }
        catch (Exception e) when (IsTorn(e))
        {
            throw Torn(archive, e);
        }
    }

    static bool IsTorn(Exception e) => e is InvalidDataException or EndOfStreamException or FormatException;

    static WrongUseException Torn(string archive, Exception e) =>
        new($"{archive} ends too soon or is damaged: it is no whole tar archive. Copy it again.", e);
}
