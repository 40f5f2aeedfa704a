using System.Text.RegularExpressions;
using Dapper;

namespace Drape.Store.Blobs;

/// <summary>
/// Deletes the contents that nothing needs: the pictures of products, catalogs and people that are gone.
/// </summary>
/// <remarks>
/// A picture is kept before what shows it is written, so what was kept within the last hour stays. A bucket tells only when
/// an object was first written, not that it was put again: beside an import that has an old picture anew the sweep could
/// take it away between both. Jobs that may do so are waited for; <c>drape import</c> is not known here.
/// </remarks>
public sealed partial class BlobSweep(Database database, IBlobStore blobs)
{
    /// <summary>How long ago something has to be kept to be deleted.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromHours(1);

    const int AtOnce = 500;

    readonly PictureUse _use = new(database);

    /// <summary>Goes through all that is kept.</summary>
    /// <param name="delete">Whether to delete; else it is only counted.</param>
    /// <param name="cancellation">Stops it; what is deleted stays so.</param>
    /// <exception cref="StoreException">A job waits or runs, or the database cannot be read.</exception>
    /// <exception cref="BlobException">The storage fails; the next sweep goes on.</exception>
    public async Task<Swept> RunAsync(bool delete, CancellationToken cancellation = default)
    {
        await RefuseBesideJobsAsync(cancellation);
        var swept = default(Swept);
        var before = database.Now - Age;
        var named = await NamedByJobsAsync(cancellation);
        await foreach (var some in blobs.ListAsync(cancellation).Chunk(AtOnce).WithCancellation(cancellation))
        {
            var needed = await _use.NeededAsync([.. some.Select(blob => blob.Key)], cancellation);
            foreach (var blob in some)
            {
                swept = needed.Contains(blob.Key) || named.Contains(blob.Key) ? swept with { Needed = swept.Needed.With(blob) }
                    : blob.KeptAt >= before ? swept with { Recent = swept.Recent.With(blob) }
                    : !delete || await DeleteAsync(blob.Key, before, cancellation)
                        ? swept with { Deleted = swept.Deleted.With(blob) }
                    : swept with { Recent = swept.Recent.With(blob) };
            }
        }

        return swept;
    }

    /// <summary>Looks once more, since the first look was at many and takes its time.</summary>
    async Task<bool> DeleteAsync(BlobKey key, DateTimeOffset before, CancellationToken cancellation) =>
        (await _use.NeededAsync([key], cancellation)).Count == 0 && await blobs.DeleteAsync(key, before, cancellation);

    async Task RefuseBesideJobsAsync(CancellationToken cancellation)
    {
        var (id, kind) = await database.ReadAsync((connection, _) => connection.QueryFirstOrDefaultAsync<(long Id, string Kind)>(
            "select id, kind from job where state in ('queued', 'running') order by id limit 1"), cancellation);
        if (id > 0)
        {
            throw new StoreException($"Job {id} ({kind}) is not done and may be about to show pictures that nothing shows yet: "
                + "sweep when it is done, or cancel it.");
        }
    }

    /// <summary>What jobs that failed or were cancelled name in what they were told: they may be tried again.</summary>
    Task<HashSet<BlobKey>> NamedByJobsAsync(CancellationToken cancellation) =>
        database.ReadAsync<HashSet<BlobKey>>(async (connection, _) =>
        [
            .. (await connection.QueryAsync<string>("select payload from job where state <> 'done'"))
                .SelectMany(payload => Key().Matches(payload)).Select(match => BlobKey.Parse(match.Value)),
        ], cancellation);

    [GeneratedRegex("\\b[0-9a-f]{64}\\b")]
    private static partial Regex Key();
}
