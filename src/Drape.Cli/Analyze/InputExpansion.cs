using Drape.Cli.CommandLine;
using Drape.Fetching;

namespace Drape.Cli.Analyze;

/// <summary>Turns what was written on the command line into photos.</summary>
sealed class InputExpansion
{
    readonly PhotoFetcher _fetcher;
    readonly Dictionary<string, PhotoSource> _photos = [];
    readonly List<PhotoSource> _ordered = [];
    readonly List<FailedPhoto> _unopened = [];
    readonly Dictionary<string, int> _leftOut = new(StringComparer.OrdinalIgnoreCase);
    readonly List<string> _missing = [];

    InputExpansion(PhotoFetcher fetcher) => _fetcher = fetcher;

    /// <summary>Opens up everything that was given.</summary>
    /// <exception cref="WrongUseException">Something is not there, or there is no picture in all of it.</exception>
    public static GivenPhotos Expand(IReadOnlyList<string> inputs, PhotoFetcher fetcher)
    {
        var expansion = new InputExpansion(fetcher);
        bool single = inputs.Count == 1;
        foreach (string input in inputs)
        {
            single &= expansion.Add(input);
        }

        if (expansion._missing.Count > 0)
        {
            throw new WrongUseException(string.Join(" ", expansion._missing));
        }

        var given = new GivenPhotos
        {
            Photos = expansion._ordered,
            Unopened = expansion._unopened,
            LeftOut = expansion._leftOut,
            IsSingle = single,
        };
        return given.Photos.Count > 0 || given.Unopened.Count > 0 ? given : throw new WrongUseException(
            $"There is no picture in {string.Join(", ", inputs)}"
            + $"{(given.LeftOut.Count > 0 ? "; " + given.LeftOutText : "")}. "
            + "Drape reads JPEG, PNG, WebP, GIF and AVIF.");
    }

    /// <summary>Adds what one word of the command line means; true where it means one photo.</summary>
    bool Add(string input)
    {
        if (input == StandardInputPhoto.GivenAs)
        {
            Add(new StandardInputPhoto());
        }
        else if (input.Contains("://", StringComparison.Ordinal))
        {
            Add(new WebPhoto(input, _fetcher));
        }
        else if (File.Exists(input))
        {
            Add(new FilePhoto(input));
        }
        else if (Directory.Exists(input))
        {
            AddFolder(input);
            return false;
        }
        else if (PathPattern.IsPattern(input))
        {
            AddPattern(input);
            return false;
        }
        else
        {
            _missing.Add($"There is no file or folder {input}.");
        }

        return true;
    }

    void Add(PhotoSource photo)
    {
        if (_photos.TryAdd(photo.Key, photo))
        {
            _ordered.Add(photo);
        }
    }

    void AddFolder(string folder)
    {
        string[] files, folders;
        try
        {
            files = Directory.GetFiles(folder);
            folders = Directory.GetDirectories(folder);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            _unopened.Add(new FailedPhoto(folder, "The folder cannot be opened. Check its permissions."));
            return;
        }

        AddFiles(files);
        Array.Sort(folders, StringComparer.Ordinal);
        foreach (string inner in folders)
        {
            // A link to a folder may lead back to where we came from.
            if (!IsHidden(inner) && !File.GetAttributes(inner).HasFlag(FileAttributes.ReparsePoint))
            {
                AddFolder(inner);
            }
        }
    }

    void AddPattern(string pattern)
    {
        var (files, folders) = PathPattern.Find(pattern);
        if (files.Count == 0 && folders.Count == 0)
        {
            _missing.Add($"Nothing matches {pattern}.");
        }

        AddFiles([.. files]);
        foreach (string folder in folders)
        {
            AddFolder(folder);
        }
    }

    void AddFiles(string[] files)
    {
        Array.Sort(files, StringComparer.Ordinal);
        foreach (string file in files)
        {
            if (IsHidden(file))
            {
                continue; // what the system keeps beside pictures, such as ._a.jpg
            }

            if (PictureEndings.Has(file))
            {
                Add(new FilePhoto(file));
            }
            else
            {
                string ending = Path.GetExtension(file).ToLowerInvariant();
                ending = ending.Length > 0 ? ending : "without ending";
                _leftOut[ending] = _leftOut.GetValueOrDefault(ending) + 1;
            }
        }
    }

    static bool IsHidden(string path) => Path.GetFileName(path).StartsWith('.');
}
