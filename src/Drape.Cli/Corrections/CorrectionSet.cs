using System.Globalization;
using Drape.Cli.CommandLine;
using Drape.Imaging;
using Drape.Store;
using Drape.Store.Blobs;
using Drape.Store.Closets;

namespace Drape.Cli.Corrections;

/// <summary>
/// Corrections as a folder that recipes and <c>drape eval closet</c> read: <c>closet.csv</c> and the pictures in <c>closet</c>.
/// A label that nobody corrected is left empty, since nobody said that it is right.
/// </summary>
static class CorrectionSet
{
    const int LongSide = 1600, Quality = 92;
    const string Header = "n,image,owner_label,kids,split,type,pattern,colour,colour2";

    /// <summary>Writes all that networks may learn from.</summary>
    /// <exception cref="WrongUseException">The folder holds something already.</exception>
    public static async Task<WrittenCorrections> WriteAsync(DrapeStore store, string folder, CancellationToken cancellation)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new WrongUseException(
                $"{folder} is there already and not empty. Name a new folder: an old one may hold what nobody agrees to any more.");
        }

        var shared = await store.Corrections.SharedAsync(cancellation);
        var rows = new List<string> { Header };
        int labels = 0;
        foreach (var piece in shared)
        {
            string name = piece.Item.ToString("D8", CultureInfo.InvariantCulture);
            if (await PictureAsync(store.Blobs, piece, cancellation) is { } picture)
            {
                Directory.CreateDirectory(Path.Combine(folder, "closet"));
                await File.WriteAllBytesAsync(Path.Combine(folder, "closet", name + ".jpg"), picture, cancellation);
                rows.Add($"{name},,,,train,{Label("type")},{Label("pattern")},{Label("colour")},");
                labels += piece.Labels.Count;
            }

            string Label(string question) => piece.Labels.GetValueOrDefault(question, "");
        }

        if (rows.Count > 1)
        {
            await File.WriteAllLinesAsync(Path.Combine(folder, "closet.csv"), rows, cancellation);
        }

        return new WrittenCorrections(rows.Count - 1, labels);
    }

    /// <summary>The cut-out on white, as the networks see pieces; null where its file is gone.</summary>
    static async Task<byte[]?> PictureAsync(IBlobStore blobs, SharedCorrection piece, CancellationToken cancellation)
    {
        if (await blobs.OpenAsync(piece.Picture, cancellation) is not { } content)
        {
            return null;
        }

        await using var source = content;
        using var file = new MemoryStream();
        await source.CopyToAsync(file, cancellation);
        return PhotoEncoder.Encode(PhotoDecoder.Decode(file.ToArray(), LongSide).Pixels, PhotoFormat.Jpeg, Quality);
    }
}
