using Drape.Cli.CommandLine;
using Drape.Colours;
using Drape.Imaging;
using Drape.Inference;

namespace Drape.Cli.Analyze;

/// <summary>A folder that takes each photo with its findings drawn on.</summary>
sealed class OverlayFolder
{
    const int LongSide = 1280;

    readonly Dictionary<string, string> _paths = [];

    /// <summary>Creates the folder, if need be, and gives every photo a file of its own in it.</summary>
    /// <exception cref="WrongUseException">It would overwrite a photo, or cannot be created or written to.</exception>
    public OverlayFolder(string folder, IReadOnlyList<PhotoSource> photos)
    {
        var keys = photos.Select(p => p.Key).ToHashSet();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var photo in photos)
        {
            // Photos of one name from several folders are counted; the order of the photos is always the same.
            string name = NameOf(photo), own = name;
            for (int count = 2; !taken.Add(own); count++)
            {
                own = $"{name}-{count}";
            }

            string path = Path.GetFullPath(Path.Combine(folder, own + ".jpg"));
            _paths[photo.Key] = keys.Contains(path)
                ? throw new WrongUseException($"--overlay would overwrite the photo {path}. Name another folder.")
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

    /// <summary>Draws what was read of a photo and saves it.</summary>
    public void Save(PhotoSource photo, ReadOnlySpan<byte> data, PhotoReading reading)
    {
        var pixels = PhotoDecoder.Decode(data, LongSide).Pixels;
        var outline = ColourMeter.Foreground(pixels); // of the one garment that a photo shows
        var annotations = reading.Garments.Select(g => new Annotation(
            g.Box.Scale(reading.Width, reading.Height, pixels.Width, pixels.Height), LabelOf(g), outline));
        var drawn = PhotoAnnotator.Draw(pixels, annotations);
        File.WriteAllBytes(_paths[photo.Key], PhotoEncoder.Encode(drawn, PhotoFormat.Jpeg));
    }

    static string LabelOf(Garment garment) => garment.Type == Verdict.Unclear ? Verdict.Unclear
        : $"{garment.Type} {ReadingText.Percent(garment.Confidence)}";

    static string NameOf(PhotoSource photo)
    {
        string path = photo is WebPhoto && Uri.TryCreate(photo.Name, UriKind.Absolute, out var url)
            ? url.AbsolutePath : photo.Name;
        string name = string.Concat(Path.GetFileNameWithoutExtension(path).Select(c =>
            Path.GetInvalidFileNameChars().Contains(c) || c == '%' ? '_' : c));
        return name.Trim('.', ' ', '-').Length > 0 ? name : "photo";
    }
}
