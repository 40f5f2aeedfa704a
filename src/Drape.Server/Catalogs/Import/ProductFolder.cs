using System.IO.Enumeration;
using Drape.Imaging;

namespace Drape.Server.Catalogs.Import;

/// <summary>A folder of pictures, those in its folders too: each is a product whose id is the file's name.</summary>
public sealed class ProductFolder : IProductSource
{
    readonly string _folder;
    readonly string[] _pictures;

    /// <summary>Looks the folder through.</summary>
    /// <exception cref="ImportException">It cannot be opened, or holds no picture.</exception>
    public ProductFolder(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        _folder = Path.GetFullPath(folder);
        try
        {
            // Links to folders may lead back to where they came from; links to pictures are pictures.
            _pictures = [.. new FileSystemEnumerable<string>(_folder, (ref entry) => entry.ToFullPath(), new EnumerationOptions
                {
                    RecurseSubdirectories = true,
                    AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
                })
                {
                    ShouldIncludePredicate = (ref entry) => !entry.IsDirectory,
                    ShouldRecursePredicate = (ref entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
                }
                .Where(PictureEndings.Has).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ImportException($"The folder cannot be opened: {e.Message}", e);
        }

        if (_pictures.Length == 0)
        {
            throw new ImportException($"There is no picture in {folder}. Pictures end in "
                + $"{string.Join(", ", PictureEndings.All)}.");
        }
    }

    /// <inheritdoc/>
    public int Count => _pictures.Length;

    /// <inheritdoc/>
    public IEnumerable<GivenRow> Rows()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string path in _pictures)
        {
            string place = Path.GetRelativePath(_folder, path), key = Path.GetFileNameWithoutExtension(path);
            yield return seen.Add(key)
                ? new GivenRow(new ProductRow { Key = key, Picture = path, Place = place })
                : new GivenRow(new FailedRow(place, $"Another picture is called {key} already; it is that product's."));
        }
    }
}
