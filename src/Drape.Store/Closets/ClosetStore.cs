using System.Data.Common;
using System.Runtime.InteropServices;
using System.Text.Json;
using Dapper;
using Drape.Store.Blobs;

namespace Drape.Store.Closets;

/// <summary>
/// The closets. Every question names the person who asks, and knows only what is that person's. Thread-safe.
/// </summary>
public sealed class ClosetStore(Database database)
{
    /// <summary>For how long what was deleted can be taken back.</summary>
    public static readonly TimeSpan BinLife = TimeSpan.FromDays(30);

    const int MostPerPage = 1000;
    const string Own = "i.person_id = @person and i.id = @id";

    /// <summary>Puts pieces into a closet, all of them or none.</summary>
    /// <param name="person">Whose closet.</param>
    /// <param name="items">The pieces.</param>
    /// <param name="most">How many pieces a closet may have; the bin may have as many again.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The pieces with their numbers, in the order given; null where there is no room for all.</returns>
    /// <exception cref="StoreException">There is no such person.</exception>
    public Task<IReadOnlyList<ClosetItem>?> AddAsync(
        long person, IReadOnlyList<NewClosetItem> items, int most, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        return database.WriteAsync<IReadOnlyList<ClosetItem>?>(async (connection, stop) =>
        {
            // Whoever adds to the same closet at the same moment waits, so that both count what the other adds.
            if (await connection.QuerySingleOrDefaultAsync<long?>(
                $"select id from person where id = @person {database.Dialect.ForUpdate}", new { person }) is null)
            {
                throw new StoreException("There is no such person, or no longer.");
            }

            var (kept, all) = await connection.QuerySingleAsync<(long Kept, long All)>("""
                select count(*) - count(deleted_at), count(*) from closet_item where person_id = @person
                """, new { person });
            if (kept + items.Count > most || all + items.Count > most * 2L)
            {
                return null;
            }

            var added = new List<ClosetItem>();
            foreach (var item in items)
            {
                added.Add(await InsertAsync(connection, person, item, stop));
            }

            return added;
        }, cancellation);
    }

    /// <summary>A piece of this person, also one in the bin; null if there is none.</summary>
    public Task<ClosetItem?> GetAsync(long person, long id, CancellationToken cancellation = default) =>
        database.ReadAsync((connection, _) => FindAsync(connection, person, id), cancellation);

    /// <summary>A page of a closet, the last that came first; of a colour all that have it, the nearest first.</summary>
    /// <param name="person">Whose closet.</param>
    /// <param name="filter">Which pieces.</param>
    /// <param name="after">The last number of the page before; null for the first page, and always with a colour.</param>
    /// <param name="limit">How many, 1 to 1000.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<IReadOnlyList<ClosetItem>> ListAsync(
        long person, ClosetFilter filter, long? after, int limit, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostPerPage);
        var values = new DynamicParameters();
        values.Add("person", person);
        values.Add("before", after ?? long.MaxValue);
        values.Add("limit", limit);
        string which = string.Join(" and ", Conditions(filter, values));
        return database.ReadAsync<IReadOnlyList<ClosetItem>>(async (connection, _) =>
        {
            if (filter.Near is not { } wanted)
            {
                return [.. (await connection.QueryAsync<ClosetRow>(
                    $"{ClosetRow.Select} where {which} and i.id < @before order by i.id desc limit @limit", values))
                    .Select(row => row.ToItem())];
            }

            return [.. (await connection.QueryAsync<ClosetRow>($"{ClosetRow.Select} where {which} order by i.id desc", values))
                .Select(row => row.ToItem())
                .Select(item => (Item: item, Nearness: ClosetColours.Nearness(item.Colours, wanted)))
                .Where(found => found.Nearness > 0).OrderByDescending(found => found.Nearness)
                .Take(limit).Select(found => found.Item)];
        }, cancellation);
    }

    /// <summary>All pieces that are wanted, the last that came first.</summary>
    public async Task<IReadOnlyList<ClosetItem>> AllAsync(
        long person, ClosetFilter filter, CancellationToken cancellation = default)
    {
        var all = new List<ClosetItem>();
        while (await ListAsync(person, filter, all.Count == 0 ? null : all[^1].Id, MostPerPage, cancellation)
            is { Count: > 0 } page)
        {
            all.AddRange(page);
            if (page.Count < MostPerPage)
            {
                break;
            }
        }

        return all;
    }

    /// <summary>What there is to choose from.</summary>
    public Task<ClosetFacets> FacetsAsync(long person, CancellationToken cancellation = default) =>
        database.SnapshotAsync(async (connection, _) =>
        {
            async Task<IReadOnlyList<WordCount>> CountAsync(string column) =>
            [
                .. (await connection.QueryAsync<(string Word, long Count)>($"""
                    select {column}, count(*) from closet_item
                    where person_id = @person and deleted_at is null and {column} is not null
                    group by {column} order by count(*) desc, {column}
                    """, new { person })).Select(row => new WordCount(row.Word, (int)row.Count)),
            ];
            var (kept, doubtful, all) = await connection.QuerySingleAsync<(long Kept, long Doubtful, long All)>("""
                select count(*) - count(deleted_at), count(case when deleted_at is null then looks_like end), count(*)
                from closet_item where person_id = @person
                """, new { person });
            return new ClosetFacets((int)kept, (int)doubtful, (int)(all - kept), await CountAsync("type"),
                await CountAsync("colour"), await CountAsync("pattern"), await CountAsync("season"));
        }, cancellation);

    /// <summary>Changes what is said of a piece; what was said before can be had back with <see cref="UndoAsync"/>.</summary>
    /// <param name="person">Whose it is.</param>
    /// <param name="id">The piece.</param>
    /// <param name="change">Gives what is to be said, from what is said; may be called again.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The piece as it is now; null if there is none in this closet.</returns>
    public Task<ClosetItem?> ChangeAsync(
        long person, long id, Func<ClosetDetails, ClosetDetails> change, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return RewriteAsync(person, id, item => change(item.Details), cancellation);
    }

    /// <summary>Takes the last change back; asked again, it takes that back.</summary>
    /// <returns>The piece as it is now; null if there is none in this closet.</returns>
    public Task<ClosetItem?> UndoAsync(long person, long id, CancellationToken cancellation = default) =>
        RewriteAsync(person, id, item => item.Previous ?? item.Details, cancellation);

    /// <summary>Puts a piece into the bin, for 30 days.</summary>
    /// <returns>Whether it was in the closet.</returns>
    public Task<bool> DeleteAsync(long person, long id, CancellationToken cancellation = default) =>
        database.WriteAsync(async (connection, _) => await connection.ExecuteAsync("""
            update closet_item set deleted_at = @now, changed_at = @now
            where person_id = @person and id = @id and deleted_at is null
            """, new { person, id, now = database.Now }) > 0, cancellation);

    /// <summary>Takes a piece out of the bin.</summary>
    /// <returns>The piece; null if it is not there.</returns>
    public Task<ClosetItem?> RestoreAsync(long person, long id, CancellationToken cancellation = default) =>
        database.WriteAsync(async (connection, _) =>
        {
            // Whoever takes it back has said that it is a piece of its own.
            await connection.ExecuteAsync("""
                update closet_item set deleted_at = null, looks_like = null, changed_at = @now
                where person_id = @person and id = @id and deleted_at is not null
                """, new { person, id, now = database.Now });
            return await FindAsync(connection, person, id);
        }, cancellation);

    /// <summary>Notes that a piece was worn on a day; a day counts once.</summary>
    /// <returns>The piece as it is now; null if there is none in this closet.</returns>
    public Task<ClosetItem?> WearAsync(long person, long id, DateOnly day, CancellationToken cancellation = default) =>
        database.WriteAsync(async (connection, _) =>
        {
            await connection.ExecuteAsync("""
                insert into closet_wear (person_id, item_id, day)
                select i.person_id, i.id, @day from closet_item i
                where i.person_id = @person and i.id = @id and i.deleted_at is null
                on conflict (item_id, day) do nothing
                """, new { person, id, day = Days.Text(day) });
            return await KeptAsync(connection, person, id);
        }, cancellation);

    /// <summary>Takes that back.</summary>
    /// <returns>The piece as it is now; null if there is none in this closet.</returns>
    public Task<ClosetItem?> UnwearAsync(long person, long id, DateOnly day, CancellationToken cancellation = default) =>
        database.WriteAsync(async (connection, _) =>
        {
            await connection.ExecuteAsync(
                "delete from closet_wear where person_id = @person and item_id = @id and day = @day",
                new { person, id, day = Days.Text(day) });
            return await KeptAsync(connection, person, id);
        }, cancellation);

    /// <summary>The days on which pieces that are in the closet were worn, the last first.</summary>
    /// <param name="person">Whose closet.</param>
    /// <param name="item">Of this piece only; of all if null.</param>
    /// <param name="from">From this day on; all if null.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<IReadOnlyList<ClosetWear>> WearsAsync(
        long person, long? item = null, DateOnly? from = null, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<ClosetWear>>(async (connection, _) =>
        [
            .. (await connection.QueryAsync<(long Item, string Day)>($"""
                select w.item_id, w.day from closet_wear w
                join closet_item i on i.id = w.item_id and i.person_id = w.person_id and i.deleted_at is null
                where w.person_id = @person and w.day >= @from {(item is null ? "" : "and w.item_id = @item")}
                order by w.day desc, w.item_id
                """, new { person, item, from = Days.Text(from) ?? "" }))
                .Select(row => new ClosetWear(row.Item, Days.Parse(row.Day))),
        ], cancellation);

    /// <summary>What the pieces of a closet look like to a network.</summary>
    public Task<IReadOnlyList<ClosetLook>> LooksAsync(
        long person, string network, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<ClosetLook>>(async (connection, _) =>
        [
            .. (await connection.QueryAsync<(long Id, byte[] Embedding)>("""
                select id, embedding from closet_item
                where person_id = @person and network = @network and deleted_at is null order by id
                """, new { person, network }))
                .Select(row => new ClosetLook(row.Id, MemoryMarshal.Cast<byte, Half>(row.Embedding).ToArray())),
        ], cancellation);

    /// <summary>Says that a piece is not the one it looks like: both stay.</summary>
    /// <returns>The piece as it is now; null if there is none in this closet.</returns>
    public Task<ClosetItem?> KeepBothAsync(long person, long id, CancellationToken cancellation = default) =>
        database.WriteAsync(async (connection, _) =>
        {
            await connection.ExecuteAsync("""
                update closet_item set looks_like = null, changed_at = @now
                where person_id = @person and id = @id and deleted_at is null
                """, new { person, id, now = database.Now });
            return await KeptAsync(connection, person, id);
        }, cancellation);

    /// <summary>Says that a piece is the one it looks like: it goes into the bin, and its days and outfits
    /// count for the other.</summary>
    /// <returns>The other; null if there is none.</returns>
    public Task<ClosetItem?> MergeAsync(long person, long id, CancellationToken cancellation = default) =>
        database.WriteAsync(async (connection, _) =>
        {
            if (await KeptAsync(connection, person, id) is not { LooksLike: { } other }
                || await KeptAsync(connection, person, other) is null)
            {
                return null;
            }

            // Its outfits are the other's from now on; whose wear is whose has to be asked before the wears come over.
            await connection.ExecuteAsync("""
                insert into outfit_piece (outfit_id, item_id, place, counted)
                select p.outfit_id, @other, p.place, p.counted and not exists (
                    select 1 from closet_wear w where w.item_id = @other and w.day = o.day)
                from outfit_piece p join outfit o on o.id = p.outfit_id
                where o.person_id = @person and p.item_id = @id
                on conflict (outfit_id, item_id) do nothing
                """, new { person, id, other });
            await connection.ExecuteAsync("delete from outfit_piece where item_id = @id", new { id });
            await connection.ExecuteAsync("""
                insert into closet_wear (person_id, item_id, day)
                select person_id, @other, day from closet_wear where person_id = @person and item_id = @id
                on conflict (item_id, day) do nothing
                """, new { person, id, other });
            await connection.ExecuteAsync("""
                update closet_item set deleted_at = @now, changed_at = @now where person_id = @person and id = @id
                """, new { person, id, now = database.Now });
            return await FindAsync(connection, person, other);
        }, cancellation);

    /// <summary>Forgets what has been in the bin for its 30 days, whosever it is.</summary>
    /// <returns>The pictures that may no longer be needed: see <see cref="PictureUse"/>.</returns>
    public Task<IReadOnlyList<BlobKey>> PurgeAsync(CancellationToken cancellation = default) =>
        ForgetAsync("deleted_at < @before", new { before = database.Now - BinLife }, cancellation);

    /// <summary>Forgets all that is in the bin of a person.</summary>
    /// <returns>The pictures that may no longer be needed.</returns>
    public Task<IReadOnlyList<BlobKey>> EmptyBinAsync(long person, CancellationToken cancellation = default) =>
        ForgetAsync("person_id = @person and deleted_at is not null", new { person }, cancellation);

    /// <summary>Forgets a whole closet.</summary>
    /// <returns>The pictures that may no longer be needed.</returns>
    public Task<IReadOnlyList<BlobKey>> ForgetAllAsync(long person, CancellationToken cancellation = default) =>
        ForgetAsync("person_id = @person", new { person }, cancellation);

    Task<IReadOnlyList<BlobKey>> ForgetAsync(string which, object values, CancellationToken cancellation) =>
        database.WriteAsync<IReadOnlyList<BlobKey>>(async (connection, _) =>
        [
            .. (await connection.QueryAsync<(string Picture, string? Photo)>(
                $"delete from closet_item where {which} returning picture, photo", values))
                .SelectMany(row => new[] { row.Picture, row.Photo }).OfType<string>().Distinct().Select(BlobKey.Parse),
        ], cancellation);

    async Task<ClosetItem> InsertAsync(
        DbConnection connection, long person, NewClosetItem item, CancellationToken cancellation)
    {
        var details = item.Details;
        long id = await connection.ExecuteScalarAsync<long>("""
            insert into closet_item (person_id, picture, photo, name, type, colour, pattern, colours, season, warmth,
                formality, brand, price, currency, size, notes, bought_on, reading, network, embedding, looks_like,
                created_at, changed_at)
            values (@person, @picture, @photo, @Name, @Type, @Colour, @Pattern, @colours, @Season, @Warmth,
                @Formality, @Brand, @Price, @Currency, @Size, @Notes, @boughtOn, @reading, @network, @embedding,
                (select other.id from closet_item other where other.person_id = @person and other.id = @looksLike),
                @now, @now)
            returning id
            """, Values(details, new
        {
            person,
            picture = item.Picture.ToString(),
            photo = item.Photo?.ToString(),
            colours = JsonSerializer.Serialize(item.Colours, DrapeJson.Line.IReadOnlyListNamedColour),
            reading = JsonSerializer.Serialize(item.Reading, DrapeJson.Line.Garment),
            network = item.Network,
            embedding = MemoryMarshal.AsBytes<Half>(item.Embedding).ToArray(),
            looksLike = item.LooksLike,
            now = database.Now,
        }));
        await ClosetWords.PutAsync(database, connection, person, id, details, cancellation);
        return (await FindAsync(connection, person, id))!;
    }

    Task<ClosetItem?> RewriteAsync(
        long person, long id, Func<ClosetItem, ClosetDetails> rewrite, CancellationToken cancellation) =>
        database.WriteAsync(async (connection, stop) =>
        {
            await connection.ExecuteAsync(
                $"select id from closet_item i where {Own} {database.Dialect.ForUpdate}", new { person, id });
            if (await KeptAsync(connection, person, id) is not { } item)
            {
                return null;
            }

            var details = rewrite(item);
            if (details == item.Details)
            {
                return item;
            }

            await connection.ExecuteAsync("""
                update closet_item set name = @Name, type = @Type, colour = @Colour, pattern = @Pattern, season = @Season,
                    warmth = @Warmth, formality = @Formality, brand = @Brand, price = @Price, currency = @Currency,
                    size = @Size, notes = @Notes, bought_on = @boughtOn, previous = @previous, changed_at = @now
                where person_id = @person and id = @id
                """, Values(details, new { person, id, previous = JsonSerializer.Serialize(item.Details), now = database.Now }));
            await ClosetWords.PutAsync(database, connection, person, id, details, stop);
            await CorrectionStore.FollowAsync(database, connection, person, item with { Details = details });
            return await FindAsync(connection, person, id);
        }, cancellation);

    static DynamicParameters Values(ClosetDetails details, object others)
    {
        var values = new DynamicParameters(others);
        values.AddDynamicParams(new
        {
            details.Name,
            details.Type,
            details.Colour,
            details.Pattern,
            details.Season,
            details.Warmth,
            details.Formality,
            details.Brand,
            details.Price,
            details.Currency,
            details.Size,
            details.Notes,
            boughtOn = Days.Text(details.BoughtOn),
        });
        return values;
    }

    static IEnumerable<string> Conditions(ClosetFilter filter, DynamicParameters values)
    {
        yield return "i.person_id = @person";
        yield return filter.Deleted ? "i.deleted_at is not null" : "i.deleted_at is null";
        (string Column, string? Word)[] words = [("type", filter.Type), ("colour", filter.Colour), ("pattern", filter.Pattern)];
        foreach (var (column, word) in words.Where(asked => asked.Word is not null))
        {
            values.Add(column, word);
            yield return $"i.{column} = @{column}";
        }

        if (filter.Season is not null)
        {
            values.Add("season", filter.Season);
            yield return "(i.season is null or i.season = @season)";
        }

        if (filter.NotWornSince is { } day)
        {
            values.Add("day", Days.Text(day));
            values.Add("dawn", new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
            yield return "(i.bought_on < @day or (i.bought_on is null and i.created_at < @dawn))";
            yield return "not exists (select 1 from closet_wear w "
                + "where w.person_id = @person and w.item_id = i.id and w.day >= @day)";
        }

        if (filter.Doubtful)
        {
            yield return "i.looks_like is not null";
        }

        if (filter.Words is { } asked && ClosetWords.Condition(asked, values) is { } condition)
        {
            yield return condition;
        }
    }

    static async Task<ClosetItem?> FindAsync(DbConnection connection, long person, long id) =>
        (await connection.QuerySingleOrDefaultAsync<ClosetRow>(
            $"{ClosetRow.Select} where {Own}", new { person, id }))?.ToItem();

    static async Task<ClosetItem?> KeptAsync(DbConnection connection, long person, long id) =>
        await FindAsync(connection, person, id) is { DeletedAt: null } item ? item : null;
}
