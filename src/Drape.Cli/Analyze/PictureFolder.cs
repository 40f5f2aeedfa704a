using Drape.Cli.CommandLine;
using Drape.Imaging;

namespace Drape.Cli.Analyze;

/// <summary>A folder that takes a picture of each photo's findings, under the photo's name.</summary>
sealed class PictureFolder
{
    readonly Dictionary<string, string> _paths = [];

    /// <summary>Creates the folder, if need be, and gives every photo a file of its own in it.</summary>
    /// <param name="option">The option that names the folder, for messages.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="photos">The photos.</param>
    /// <exception cref="WrongUseException">It would overwrite a photo, is called as a picture is, or cannot be created or written to.</exception>
    public PictureFolder(string option, string folder, IReadOnlyList<PhotoSource> photos)
    {
        if (PictureEndings.Has(folder) && !Directory.Exists(folder))
        {
            throw new WrongUseException($"{option} names a folder, in which each photo gets a picture of its own name; {folder} is a picture's name. "
                + $"Say {option} {Beside(folder)}, for instance.");
        }

        var real = new RealPaths();
        var originals = photos.OfType<FilePhoto>().Select(p => real.Of(p.Key)).ToHashSet();
        // No picture may be called as a folder is that others lie in.
        var taken = new HashSet<string>(photos.SelectMany(p => FoldersOf(p.Within)), StringComparer.OrdinalIgnoreCase);
        foreach (var photo in photos)
        {
            // Folders in a folder are kept. Photos of one name that were given from several are counted; their order is always the same.
            string name = Path.Combine(photo.Within, NameOf(photo)), own = $"{name}.jpg";
            for (int count = 2; !taken.Add(own); count++)
            {
                own = $"{name}-{count}.jpg";
            }

            string path = Path.GetFullPath(Path.Combine(folder, own));
            _paths[photo.Key] = originals.Contains(real.Of(path))
                ? throw new WrongUseException($"{option} would overwrite the photo {real.Of(path)}. Name another folder.")
                : path;
        }

        if (_paths.Values.FirstOrDefault(Directory.Exists) is { } occupied)
        {
            throw new WrongUseException($"{option} cannot save {occupied}: there is a folder of that name. Name another folder.");
        }

        try
        {
            foreach (string needed in _paths.Values.Select(path => Path.GetDirectoryName(path)!).Append(folder).Distinct())
            {
                Directory.CreateDirectory(needed);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"The folder {folder} cannot be created: {e.Message}", e);
        }

        TryOut(folder);
    }

    /// <summary>The folder that a picture would be in; one by its name where that is no folder for pictures.</summary>
    static string Beside(string picture) =>
        Path.GetDirectoryName(picture) is { Length: > 1 } folder ? folder : Path.ChangeExtension(picture, null);

    /// <summary>A folder and those that it lies in, as far as they are named.</summary>
    static IEnumerable<string> FoldersOf(string within)
    {
        for (string? folder = within; folder?.Length > 0; folder = Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }

    /// <summary>Writes a file and removes it: better said now than after the first photo.</summary>
    static void TryOut(string folder)
    {
        string trial = Path.Combine(folder, $".trial-{Environment.ProcessId}");
        try
        {
            File.WriteAllText(trial, "");
            File.Delete(trial);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"Nothing can be saved in the folder {folder}: {e.Message} "
                + "Change its permissions, or name another folder.", e);
        }
    }

    /// <summary>Saves the picture that was made of a photo.</summary>
    public void Save(PhotoSource photo, PixelImage picture) =>
        File.WriteAllBytes(_paths[photo.Key], PhotoEncoder.Encode(picture, PhotoFormat.Jpeg));

    static string NameOf(PhotoSource photo)
    {
        string path = photo is WebPhoto && Uri.TryCreate(photo.Name, UriKind.Absolute, out var url)
            ? url.AbsolutePath : photo.Name;
        string name = string.Concat(Path.GetFileNameWithoutExtension(path).Select(c =>
            Path.GetInvalidFileNameChars().Contains(c) || c == '%' ? '_' : c));
        return name.Trim('.', ' ', '-').Length > 0 ? name : "photo";
    }
}
