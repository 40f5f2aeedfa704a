using Drape.Cli.CommandLine;
using Drape.Fetching;
using Drape.Imaging;

namespace Drape.Cli.Analyze;

/// <summary>Turns what was written on the command line into photos.</summary>
sealed class InputExpansion
{
    readonly PhotoFetcher _fetcher;
    readonly Dictionary<string, PhotoSource> _photos = [];
    readonly List<PhotoSource> _ordered = [];
    readonly List<FailedPhoto> _unopened = [];
    readonly Dictionary<string, int> _leftOut = new(StringComparer.OrdinalIgnoreCase);
    readonly List<(FailedPhoto Failed, string Sentence)> _missing = [];

    InputExpansion(PhotoFetcher fetcher) => _fetcher = fetcher;

    /// <summary>Opens up everything that was given.</summary>
    /// <exception cref="WrongUseException">Nothing of it is there, or there is no picture in it.</exception>
    public static GivenPhotos Expand(IReadOnlyList<string> inputs, PhotoFetcher fetcher)
    {
        var expansion = new InputExpansion(fetcher);
        bool single = inputs.Count == 1;
        foreach (string input in inputs)
        {
            single &= expansion.Add(input);
        }

        if (expansion._missing.Count == inputs.Count)
        {
            throw new WrongUseException(string.Join(" ", expansion._missing.Select(m => m.Sentence)));
        }

        // Where something is there, what is not is one more photo that failed.
        expansion._unopened.AddRange(expansion._missing.Select(m => m.Failed));
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
        if (input.Length == 0)
        {
            // A variable of a script that was not set.
            _missing.Add((new FailedPhoto("(empty)", "An empty name names no photo."), "An empty name names no photo or folder."));
        }
        else if (input == StandardInputPhoto.GivenAs)
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
            AddFolder(input, input);
            return false;
        }
        else if (PathPattern.IsPattern(input))
        {
            AddPattern(input);
            return false;
        }
        else
        {
            _missing.Add((new FailedPhoto(input, FileName.Explain(input, "There is no such file or folder.")),
                $"There is no file or folder {input}. {FileName.Explain(input, "")}".TrimEnd()));
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

    void AddFolder(string folder, string root)
    {
        if (FolderContent.Of(folder) is not { } content)
        {
            AddUnopened(folder);
            return;
        }

        AddFiles(content.Files, root);
        foreach (string inner in content.OwnFolders.Where(f => !IsHidden(f)).Order(StringComparer.Ordinal))
        {
            AddFolder(inner, root);
        }
    }

    void AddUnopened(string folder)
    {
        if (!_unopened.Exists(f => f.Name == folder))
        {
            _unopened.Add(new FailedPhoto(folder,
                FileName.Explain(folder, "The folder cannot be opened. Check its permissions.")));
        }
    }

    void AddPattern(string pattern)
    {
        var matches = PathPattern.Find(pattern);
        if (matches.Files.Count + matches.Folders.Count + matches.Unopened.Count == 0)
        {
            _missing.Add((new FailedPhoto(pattern, "Nothing matches this pattern."), $"Nothing matches {pattern}."));
        }

        string root = PathPattern.Root(pattern);
        AddFiles([.. matches.Files], root);
        foreach (string folder in matches.Folders)
        {
            AddFolder(folder, root);
        }

        foreach (string folder in matches.Unopened)
        {
            AddUnopened(folder);
        }
    }

    void AddFiles(string[] files, string root)
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
                Add(new FilePhoto(file, root));
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
