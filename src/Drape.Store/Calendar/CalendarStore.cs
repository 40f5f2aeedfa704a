using System.Data.Common;
using Dapper;
using Drape.Store.Closets;

namespace Drape.Store.Calendar;

/// <summary>
/// Which outfit people wear on which day, planned and worn. Every question names the person who asks, and knows only what is
/// that person's. Thread-safe.
/// </summary>
public sealed class CalendarStore(Database database)
{
    /// <summary>The most outfits of a day.</summary>
    public const int MostADay = 8;

    const string Own = "o.person_id = @person and o.id = @id";
    const string Between = "o.person_id = @person and o.day >= @from and o.day <= @to";

    /// <summary>Puts an outfit onto its day; one that was worn counts for its pieces.</summary>
    public Task<OutfitResult> AddAsync(long person, OutfitDetails details, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(details);
        return database.WriteAsync(async (connection, _) =>
        {
            await LockAsync(connection, person);
            if (await FaultAsync(connection, person, details, before: null) is { } fault)
            {
                return new OutfitResult(fault);
            }

            long id = await connection.ExecuteScalarAsync<long>("""
                insert into outfit (person_id, day, note, worn, created_at, changed_at)
                values (@person, @day, @Note, @Worn, @now, @now) returning id
                """, new { person, day = Days.Text(details.Day), details.Note, details.Worn, now = database.Now });
            await PutPiecesAsync(connection, person, id, details);
            return new OutfitResult((await FindAsync(connection, person, id))!);
        }, cancellation);
    }

    /// <summary>Changes an outfit: its day, its pieces, its note, whether it was worn.</summary>
    /// <param name="person">Whose it is.</param>
    /// <param name="id">The outfit.</param>
    /// <param name="change">Gives what is to be said, from what is said; may be called again.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<OutfitResult> ChangeAsync(
        long person, long id, Func<Outfit, OutfitDetails> change, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return database.WriteAsync(async (connection, _) =>
        {
            await LockAsync(connection, person);
            if (await FindAsync(connection, person, id) is not { } before)
            {
                return new OutfitResult(OutfitFault.NoSuchOutfit);
            }

            var details = change(before);
            if (await FaultAsync(connection, person, details, before) is { } fault)
            {
                return new OutfitResult(fault);
            }

            await OutfitWears.UncountAsync(connection, person, id);
            await connection.ExecuteAsync("""
                update outfit set day = @day, note = @Note, worn = @Worn, changed_at = @now
                where person_id = @person and id = @id
                """, new { person, id, day = Days.Text(details.Day), details.Note, details.Worn, now = database.Now });
            await connection.ExecuteAsync("delete from outfit_piece where outfit_id = @id", new { id });
            await PutPiecesAsync(connection, person, id, details);
            return new OutfitResult((await FindAsync(connection, person, id))!);
        }, cancellation);
    }

    /// <summary>Says that an outfit was worn, or that it was not.</summary>
    /// <returns>The outfit as it is now; null if there is none.</returns>
    public Task<Outfit?> WearAsync(long person, long id, bool worn, CancellationToken cancellation = default) =>
        database.WriteAsync(async (connection, _) =>
        {
            await LockAsync(connection, person);
            if (await FindAsync(connection, person, id) is not { } outfit || outfit.Worn == worn)
            {
                return await FindAsync(connection, person, id);
            }

            await connection.ExecuteAsync(
                "update outfit set worn = @worn, changed_at = @now where person_id = @person and id = @id",
                new { person, id, worn, now = database.Now });
            await (worn ? OutfitWears.CountAsync(connection, person, id) : OutfitWears.UncountAsync(connection, person, id));
            return await FindAsync(connection, person, id);
        }, cancellation);

    /// <summary>Takes an outfit off its day, and the wears that it brought.</summary>
    /// <returns>What it was; null if there was none.</returns>
    public Task<Outfit?> DeleteAsync(long person, long id, CancellationToken cancellation = default) =>
        database.WriteAsync(async (connection, _) =>
        {
            await LockAsync(connection, person);
            var outfit = await FindAsync(connection, person, id);
            await OutfitWears.UncountAsync(connection, person, id);
            await connection.ExecuteAsync("delete from outfit where person_id = @person and id = @id", new { person, id });
            return outfit;
        }, cancellation);

    /// <summary>An outfit of this person; null if there is none.</summary>
    public Task<Outfit?> GetAsync(long person, long id, CancellationToken cancellation = default) =>
        database.SnapshotAsync((connection, _) => FindAsync(connection, person, id), cancellation);

    /// <summary>The outfits of some days, both ends included, by their days.</summary>
    public Task<IReadOnlyList<Outfit>> ListAsync(
        long person, DateOnly from, DateOnly to, CancellationToken cancellation = default) =>
        database.SnapshotAsync((connection, _) => ReadAsync(
            connection, Between, new { person, from = Days.Text(from), to = Days.Text(to) }), cancellation);

    /// <summary>Forgets the whole calendar of a person; what the closet counts as worn stays.</summary>
    public Task ForgetAllAsync(long person, CancellationToken cancellation = default) =>
        database.WriteAsync((connection, _) =>
            connection.ExecuteAsync("delete from outfit where person_id = @person", new { person }), cancellation);

    /// <summary>Whoever changes the same calendar at the same moment waits, so that days are not overfilled and wears not counted twice.</summary>
    async Task LockAsync(DbConnection connection, long person)
    {
        if (await connection.QuerySingleOrDefaultAsync<long?>(
            $"select id from person where id = @person {database.Dialect.ForUpdate}", new { person }) is null)
        {
            throw new StoreException("There is no such person, or no longer.");
        }
    }

    async Task<OutfitFault?> FaultAsync(DbConnection connection, long person, OutfitDetails details, Outfit? before)
    {
        // A piece that went into the bin since stays in its outfits; into another it does not come.
        long[] fresh = [.. details.Pieces.Except(before?.PieceIds ?? [])];
        if (fresh.Length > 0 && await connection.ExecuteScalarAsync<long>($"""
            select count(*) from closet_item
            where person_id = @person and deleted_at is null and {database.Dialect.In("id", "@fresh")}
            """, new { person, fresh = database.Dialect.List(fresh) }) < fresh.Length)
        {
            return OutfitFault.NoSuchPiece;
        }

        return before?.Day != details.Day && await connection.ExecuteScalarAsync<long>(
            "select count(*) from outfit where person_id = @person and day = @day",
            new { person, day = Days.Text(details.Day) }) >= MostADay ? OutfitFault.DayFull : null;
    }

    static async Task PutPiecesAsync(DbConnection connection, long person, long id, OutfitDetails details)
    {
        for (int place = 0; place < details.Pieces.Count; place++)
        {
            await connection.ExecuteAsync("""
                insert into outfit_piece (outfit_id, item_id, place, counted)
                select o.id, i.id, @place, @no from outfit o
                join closet_item i on i.person_id = o.person_id and i.id = @piece
                where o.person_id = @person and o.id = @id
                """, new { person, id, piece = details.Pieces[place], place, no = false });
        }

        if (details.Worn)
        {
            await OutfitWears.CountAsync(connection, person, id);
        }
    }

    static async Task<Outfit?> FindAsync(DbConnection connection, long person, long id) =>
        (await ReadAsync(connection, Own, new { person, id })).SingleOrDefault();

    static async Task<IReadOnlyList<Outfit>> ReadAsync(DbConnection connection, string which, object values)
    {
        var rows = (await connection.QueryAsync<OutfitRow>($"{OutfitRow.Select} where {which} order by o.day, o.id", values)).AsList();
        if (rows.Count == 0)
        {
            return [];
        }

        var pieces = (await connection.QueryAsync<(long Outfit, long Piece)>($"""
            select p.outfit_id, p.item_id from outfit_piece p join outfit o on o.id = p.outfit_id
            where {which} order by p.outfit_id, p.place
            """, values)).ToLookup(row => row.Outfit, row => row.Piece);
        var closet = (await connection.QueryAsync<ClosetRow>($"""
            {ClosetRow.Select} where i.person_id = @person and i.deleted_at is null
                and i.id in (select p.item_id from outfit_piece p join outfit o on o.id = p.outfit_id where {which})
            """, values)).ToDictionary(row => row.Id, row => row.ToItem());
        return [.. rows.Select(row => row.ToOutfit([.. pieces[row.Id]], closet))];
    }
}
