using System.Data.Common;
using Dapper;
using Drape.Store.Blobs;

namespace Drape.Store.Closets;

/// <summary>
/// What people corrected of what the networks said of their closets, kept for training apart from the pieces, and only while
/// its person agrees.
/// </summary>
public sealed class CorrectionStore(Database database)
{
    /// <summary>Whether a person lets the networks learn from the corrections.</summary>
    public Task<bool> SharesAsync(long person, CancellationToken cancellation = default) =>
        database.ReadAsync((connection, _) => SharesAsync(connection, person), cancellation);

    /// <summary>
    /// Lets the networks learn from a person's corrections, those made before included; or no more, and then those kept for it
    /// are gone.
    /// </summary>
    public Task ShareAsync(long person, bool shares, CancellationToken cancellation = default) =>
        database.WriteAsync(async (connection, _) =>
        {
            await connection.ExecuteAsync("""
                insert into closet_setting (person_id, shares_corrections) values (@person, @shares)
                on conflict (person_id) do update set shares_corrections = excluded.shares_corrections
                """, new { person, shares });
            await connection.ExecuteAsync("delete from closet_correction where person_id = @person", new { person });
            if (shares)
            {
                foreach (var row in await connection.QueryAsync<ClosetRow>(
                    $"{ClosetRow.Select} where i.person_id = @person", new { person }))
                {
                    await NoteAsync(database, connection, person, row.ToItem());
                }
            }
        }, cancellation);

    /// <summary>A person's corrections that networks may learn from.</summary>
    public Task<IReadOnlyList<ClosetCorrection>> ListAsync(long person, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<ClosetCorrection>>(async (connection, _) =>
        [
            .. (await connection.QueryAsync<(long Item, string Question, string Said, string Corrected)>("""
                select item_id, question, said, corrected from closet_correction
                where person_id = @person order by item_id, question
                """, new { person })).Select(row => new ClosetCorrection(row.Item, row.Question, row.Said, row.Corrected)),
        ], cancellation);

    /// <summary>All pieces of which networks may learn, of whoever agrees.</summary>
    public Task<IReadOnlyList<SharedCorrection>> SharedAsync(CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<SharedCorrection>>(async (connection, _) =>
        [
            .. (await connection.QueryAsync<(long Item, string Picture, string Question, string Corrected)>("""
                select c.item_id, i.picture, c.question, c.corrected from closet_correction c
                join closet_item i on i.id = c.item_id and i.person_id = c.person_id
                join closet_setting s on s.person_id = c.person_id and s.shares_corrections
                order by c.item_id, c.question
                """)).GroupBy(row => (row.Item, row.Picture)).Select(piece => new SharedCorrection(
                    piece.Key.Item, BlobKey.Parse(piece.Key.Picture), piece.ToDictionary(row => row.Question, row => row.Corrected))),
        ], cancellation);

    /// <summary>Keeps what a changed piece corrects in the place of what it corrected before, if its person agrees.</summary>
    internal static async Task FollowAsync(Database database, DbConnection connection, long person, ClosetItem item)
    {
        if (await SharesAsync(connection, person))
        {
            await connection.ExecuteAsync(
                "delete from closet_correction where person_id = @person and item_id = @Id", new { person, item.Id });
            await NoteAsync(database, connection, person, item);
        }
    }

    static async Task NoteAsync(Database database, DbConnection connection, long person, ClosetItem item)
    {
        (string Question, string Said, string Corrected)[] answers =
        [
            ("type", item.Reading.Type, item.Details.Type),
            ("colour", item.Reading.Colour, item.Details.Colour),
            ("pattern", item.Reading.Pattern, item.Details.Pattern),
        ];
        foreach (var (question, said, corrected) in answers.Where(answer => answer.Said != answer.Corrected))
        {
            await connection.ExecuteAsync("""
                insert into closet_correction (person_id, item_id, question, said, corrected, corrected_at)
                values (@person, @Id, @question, @said, @corrected, @now)
                """, new { person, item.Id, question, said, corrected, now = database.Now });
        }
    }

    static async Task<bool> SharesAsync(DbConnection connection, long person) => await connection.ExecuteScalarAsync<bool?>(
        "select shares_corrections from closet_setting where person_id = @person", new { person }) ?? false;
}
