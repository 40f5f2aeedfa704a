using System.Data.Common;
using Dapper;

namespace Drape.Store.Calendar;

/// <summary>
/// The wears that worn outfits bring to their pieces. A piece counts once a day, whoever said it: by an outfit or in the
/// closet. So each piece of an outfit remembers whether the wear is its doing, and only that is taken back with it.
/// </summary>
static class OutfitWears
{
    /// <summary>Counts a worn outfit's pieces for its day.</summary>
    public static async Task CountAsync(DbConnection connection, long person, long outfit)
    {
        var pieces = await connection.QueryAsync<long>("""
            insert into closet_wear (person_id, item_id, day)
            select o.person_id, p.item_id, o.day from outfit o
            join outfit_piece p on p.outfit_id = o.id
            where o.person_id = @person and o.id = @outfit
            on conflict (item_id, day) do nothing
            returning item_id
            """, new { person, outfit });
        foreach (long piece in pieces.AsList())
        {
            await SetCountedAsync(connection, outfit, piece, true);
        }
    }

    /// <summary>Takes that back. Where another outfit of the day was worn with the same piece, the wear is that one's from then on.</summary>
    public static async Task UncountAsync(DbConnection connection, long person, long outfit)
    {
        var counted = await connection.QueryAsync<(long Piece, string Day, long? Other)>("""
            select p.item_id, o.day, (
                select min(other.id) from outfit other
                join outfit_piece same on same.outfit_id = other.id and same.item_id = p.item_id
                where other.person_id = o.person_id and other.day = o.day and other.worn = @yes and other.id <> o.id)
            from outfit o
            join outfit_piece p on p.outfit_id = o.id and p.counted = @yes
            where o.person_id = @person and o.id = @outfit
            """, new { person, outfit, yes = true });
        foreach (var (piece, day, other) in counted.AsList())
        {
            await SetCountedAsync(connection, outfit, piece, false);
            if (other is { } heir)
            {
                await SetCountedAsync(connection, heir, piece, true);
            }
            else
            {
                await connection.ExecuteAsync(
                    "delete from closet_wear where person_id = @person and item_id = @piece and day = @day",
                    new { person, piece, day });
            }
        }
    }

    static Task<int> SetCountedAsync(DbConnection connection, long outfit, long piece, bool counted) =>
        connection.ExecuteAsync("update outfit_piece set counted = @counted where outfit_id = @outfit and item_id = @piece",
            new { outfit, piece, counted });
}
