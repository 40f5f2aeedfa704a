using Dapper;
using Drape.Store.Blobs;

namespace Drape.Store.Jobs;

/// <summary>Forgets old jobs, and deletes what was kept for them alone.</summary>
static class JobPurge
{
    /// <summary>Few, since nobody can show that it lives until their contents are deleted.</summary>
    const int AtOnce = 10;

    /// <summary>Forgets the jobs that ended before a time.</summary>
    /// <returns>How many.</returns>
    public static async Task<int> RunAsync(
        Database database, DateTimeOffset endedBefore, IBlobStore blobs, CancellationToken cancellation)
    {
        int purged = 0, some;
        do
        {
            some = await SomeAsync(database, endedBefore, blobs, cancellation);
            purged += some;
        }
        while (some == AtOnce);

        return purged;
    }

    /// <remarks>
    /// Nobody orders a job meanwhile, so none that is new loses its content: whoever orders one over a content that was
    /// there already looks afterwards whether it still is. Deleting within the transaction does no harm where this is run
    /// again: what is gone is deleted once more.
    /// </remarks>
    static Task<int> SomeAsync(
        Database database, DateTimeOffset endedBefore, IBlobStore blobs, CancellationToken cancellation) =>
        database.WriteAsync(async (connection, stop) =>
        {
            await connection.ExecuteAsync(database.Dialect.LockJobs);
            var old = (await connection.QueryAsync<(long Id, string? Content, string? File)>("""
                select id, content, result_file from job
                where ended_at < @endedBefore and state in ('done', 'failed', 'cancelled') order by id limit @AtOnce
                """, new { endedBefore, AtOnce })).ToList();
            await connection.ExecuteAsync($"delete from job where {database.Dialect.In("id", "@ids")}",
                new { ids = database.Dialect.List([.. old.Select(job => job.Id)]) });
            foreach (string key in old.SelectMany(job => (string?[])[job.Content, job.File]).OfType<string>().Distinct())
            {
                if (!await connection.ExecuteScalarAsync<bool>($"""
                    select exists (select 1 from job where content = @key or result_file = @key) or {PictureUse.Shown}
                    """, new { key }))
                {
                    await blobs.DeleteAsync(BlobKey.Parse(key), stop);
                }
            }

            return old.Count;
        }, cancellation);
}
