using Drape.Server.Hosting;
using Drape.Store;
using Drape.Store.Blobs;

namespace Drape.Cli.Doctor;

/// <summary>Looks whether the database and the store of pictures can be used. Nothing is made that is not there.</summary>
static class KeptThings
{
    const string DatabaseSubject = "database";
    const string PicturesSubject = "kept";

    public static async Task<IReadOnlyList<Finding>> ExamineAsync(string home, CancellationToken cancellation)
    {
        try
        {
            var configuration = KeptConfiguration.Read(home);
            if (KeptConfiguration.SettingsOf(configuration, home).IsNew)
            {
                return [new Finding(DatabaseSubject, Health.Ok, "none yet: the first import or server makes it")];
            }

            await using var store = await KeptConfiguration.OpenAsync(configuration, home, cancellation);
            return
            [
                new Finding(DatabaseSubject, Health.Ok, $"{store.Database.Place} can be opened"),
                await PicturesAsync(store.Blobs, cancellation),
            ];
        }
        catch (StoreException e)
        {
            return [new Finding(DatabaseSubject, Health.Failed, e.Message)];
        }
        catch (BlobException e)
        {
            return [new Finding(PicturesSubject, Health.Failed, e.Message)];
        }
    }

    static async Task<Finding> PicturesAsync(IBlobStore blobs, CancellationToken cancellation)
    {
        try
        {
            await blobs.CheckAsync(cancellation);
            return new Finding(PicturesSubject, Health.Ok, "pictures can be kept and read");
        }
        catch (BlobException e)
        {
            return new Finding(PicturesSubject, Health.Failed, e.Message);
        }
    }
}
