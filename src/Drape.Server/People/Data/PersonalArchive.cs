using System.IO.Compression;
using Drape.Store;
using Drape.Store.People;

namespace Drape.Server.People.Data;

/// <summary>Everything that the features keep of a person: given out as one file, or deleted.</summary>
sealed class PersonalArchive(DrapeStore store, IEnumerable<IPersonalData> parts)
{
    /// <summary>Writes a zip file.</summary>
    public async Task WriteAsync(Person person, Stream target, CancellationToken cancellation)
    {
        await using var archive = await ZipArchive.CreateAsync(
            target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        foreach (var part in parts)
        {
            await part.ExportAsync(person, archive, cancellation);
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
