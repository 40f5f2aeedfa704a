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

        var keys = photos.Select(p => p.Key).ToHashSet();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var photo in photos)
        {
            // Folders in a folder are kept. Photos of one name that were given from several are counted; their order is always the same.
            string name = Path.Combine(photo.Within, NameOf(photo)), own = name;
            for (int count = 2; !taken.Add(own); count++)
            {
                own = $"{name}-{count}";
            }

            string path = Path.GetFullPath(Path.Combine(folder, own + ".jpg"));
            _paths[photo.Key] = keys.Contains(path)
                ? throw new WrongUseException($"{option} would overwrite the photo {path}. Name another folder.")
                : path;
        }

        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"The folder {folder} cannot be created: {e.Message}", e);
        }

        TryOut(folder);
    }

    /// <summary>The folder that a picture would be in; one by its name where that is the current one.</summary>
    static string Beside(string picture) =>
        Path.GetDirectoryName(picture) is { Length: > 0 } folder ? folder : Path.GetFileNameWithoutExtension(picture);

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
    public void Save(PhotoSource photo, PixelImage picture)
    {
        string path = _paths[photo.Key];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, PhotoEncoder.Encode(picture, PhotoFormat.Jpeg));
    }

    static string NameOf(PhotoSource photo)
    {
        string path = photo is WebPhoto && Uri.TryCreate(photo.Name, UriKind.Absolute, out var url)
            ? url.AbsolutePath : photo.Name;
        string name = string.Concat(Path.GetFileNameWithoutExtension(path).Select(c =>
            Path.GetInvalidFileNameChars().Contains(c) || c == '%' ? '_' : c));
        return name.Trim('.', ' ', '-').Length > 0 ? name : "photo";
    }
}
