using System.IO.Compression;
using Drape.Store.People;

namespace Drape.Server.People.Data;

/// <summary>
/// What one feature keeps of a person. Each registers its own, so that a download has everything and a deleted account
/// leaves nothing.
/// </summary>
interface IPersonalData
{
    /// <summary>Writes all of it into an archive, under a folder of the feature's own.</summary>
    Task ExportAsync(Person person, ZipArchive archive, CancellationToken cancellation);

    /// <summary>
    /// Removes what deleting the row of the person does not take with it: pictures above all. Called before that row goes;
    /// may be called again after it failed half-way.
    /// </summary>
    Task DeleteAsync(Person person, CancellationToken cancellation);
}
