using System.IO.Compression;
using Drape.Store;
using Drape.Store.People;

namespace Drape.Server.People.Data;

/// <summary>Everything that the features keep of a person: given out as one file, or deleted.</summary>
sealed class PersonalArchive(DrapeStore store, IEnumerable<IPersonalData> parts)
{
    /// <summary>A zip file with everything, at its beginning; it is gone when it is closed.</summary>
    public async Task<Stream> PackAsync(Person person, CancellationToken cancellation)
    {
        // On disk, since a closet's pictures may be more than fits into memory.
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None,
            bufferSize: 65536, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await using (var archive = await ZipArchive.CreateAsync(
                file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation))
            {
                foreach (var part in parts)
                {
                    await part.ExportAsync(person, archive, cancellation);
                }
            }

            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>Deletes the account and all that belongs to it.</summary>
    public async Task DeleteAsync(Person person, CancellationToken cancellation)
    {
        foreach (var part in parts)
        {
            await part.DeleteAsync(person, cancellation);
        }

        await store.People.DeleteAsync(person.Id, cancellation);
    }
}
