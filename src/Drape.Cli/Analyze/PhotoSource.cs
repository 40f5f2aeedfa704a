using Drape.Fetching;
using Drape.Imaging;
using Drape.Native;

namespace Drape.Cli.Analyze;

/// <summary>A photo that is to be read, not yet opened.</summary>
/// <param name="Name">What its reading calls it.</param>
abstract record PhotoSource(string Name)
{
    /// <summary>What makes it the same photo in a later run.</summary>
    public virtual string Key => Name;

    /// <summary>The folder that it lies in, below the one that was given; empty where it lies in that or was given itself.</summary>
    public virtual string Within => "";

    /// <summary>Its bytes.</summary>
    public abstract Task<byte[]> ReadAsync(CancellationToken cancellation);
}

/// <summary>A file.</summary>
/// <param name="Name">Its path as it was given.</param>
/// <param name="Root">The folder that was given, or in which the given pattern begins; null where the file itself was given.</param>
sealed record FilePhoto(string Name, string? Root = null) : PhotoSource(Name)
{
    public override string Within => Root is null ? ""
        : Path.GetRelativePath(Root, Path.GetDirectoryName(Key)!) is not "." and var below ? below : "";

    public override string Key => Path.GetFullPath(Name);

    public override async Task<byte[]> ReadAsync(CancellationToken cancellation)
    {
        if (SpecialFile.Is(Name))
        {
            throw new PhotoException(PhotoError.NotAPicture, "This is a pipe, a device or a socket, not a file. "
                + "Save the photo to a file, or send it to standard input and give -.");
        }

        await using var stream = new FileStream(Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0);
        return await BoundedBytes.ReadAsync(stream, PhotoLimits.Default, cancellation);
    }
}

/// <summary>A photo on the web.</summary>
/// <param name="Name">Its URL.</param>
/// <param name="Fetcher">Fetches it.</param>
sealed record WebPhoto(string Name, PhotoFetcher Fetcher) : PhotoSource(Name)
{
    public override Task<byte[]> ReadAsync(CancellationToken cancellation) => Fetcher.FetchAsync(Name, cancellation);
}

/// <summary>The one photo that comes through standard input.</summary>
sealed record StandardInputPhoto() : PhotoSource(GivenAs)
{
    /// <summary>How it is asked for.</summary>
    public const string GivenAs = "-";

    public override async Task<byte[]> ReadAsync(CancellationToken cancellation)
    {
        await using var stream = Console.OpenStandardInput();
        // A read from a terminal or a pipe does not end on its own when it is cancelled.
        return await BoundedBytes.ReadAsync(stream, PhotoLimits.Default, cancellation).WaitAsync(cancellation);
    }
}
