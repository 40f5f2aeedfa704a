using System.Data.Common;
using System.Text.Json;
using Dapper;

namespace Drape.Store.Photos;

/// <summary>The readings of photos that somebody wanted kept. The photos themselves are not. Thread-safe.</summary>
public sealed class PhotoStore(Database database)
{
    const int MostPerPage = 1000;

    /// <summary>
    /// Keeps a reading. A URL that was saved before keeps its number and gets the new reading; so does a photo that was sent
    /// before, to the byte.
    /// </summary>
    public Task<SavedPhoto> SaveAsync(NewPhoto photo, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(photo);
        string reading = JsonSerializer.Serialize(photo.Reading, DrapeJson.Line.PhotoReading);
        string same = photo.Source is null ? "(sha256) where source is null" : "(source)";
        return database.WriteAsync(async (connection, stop) =>
        {
            var row = await connection.QuerySingleAsync<PhotoRow>($"""
                insert into photo (source, sha256, style, reading, saved_at, read_at)
                values (@Source, @sha256, @style, @reading, @now, @now)
                on conflict {same} do update set sha256 = excluded.sha256, style = excluded.style, reading = excluded.reading,
                    read_at = excluded.read_at
                returning {PhotoRow.Columns}
                """, new
            {
                photo.Source,
                sha256 = photo.Content.ToString(),
                style = GarmentRow.Word(photo.Reading.Style?.Stated),
                reading,
                now = database.Now,
            });
            await PutGarmentsAsync(connection, row.Id, photo.Reading.Garments, stop);
            return row.ToPhoto();
        }, cancellation);
    }

    /// <summary>The photo of a number; null if there is none.</summary>
    public Task<SavedPhoto?> GetAsync(long id, CancellationToken cancellation = default) =>
        database.ReadAsync(async (connection, _) => (await connection.QuerySingleOrDefaultAsync<PhotoRow>(
            $"select {PhotoRow.Columns} from photo where id = @id", new { id }))?.ToPhoto(), cancellation);

    /// <summary>What is kept of a URL; null if nothing is.</summary>
    /// <param name="source">The URL as <see cref="PhotoSource"/> spells it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<SavedPhoto?> FindAsync(string source, CancellationToken cancellation = default) =>
        database.ReadAsync(async (connection, _) => (await connection.QuerySingleOrDefaultAsync<PhotoRow>(
            $"select {PhotoRow.Columns} from photo where source = @source", new { source }))?.ToPhoto(), cancellation);

    /// <summary>A page of photos, the last saved first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="after">The last number of the page before; null for the first page.</param>
    /// <param name="limit">How many, 1 to 1000.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<IReadOnlyList<SavedPhoto>> ListAsync(
        PhotoFilter filter, long? after, int limit, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostPerPage);
        var values = new DynamicParameters();
        values.Add("before", after ?? long.MaxValue);
        values.Add("limit", limit);
        string style = "";
        if (filter.Style is not null)
        {
            values.Add("style", GarmentRow.Word(filter.Style));
            style = "and p.style = @style";
        }

        string which = $"p.id < @before {style}";
        if (filter.Garment.ToArray() is { Length: > 0 } asked)
        {
            foreach (var (column, word) in asked)
            {
                values.Add(column, word);
            }

            // The garments' indexes end with the photo, so that a page of a frequent word is not all of its photos sorted.
            which = $"""
                p.id in (select g.photo_id from photo_garment g {(style.Length == 0 ? "" : $"join photo p on p.id = g.photo_id {style}")}
                    where g.photo_id < @before and {string.Join(" and ", asked.Select(a => $"g.{a.Column} = @{a.Column}"))}
                    group by g.photo_id order by g.photo_id desc limit @limit)
                """;
        }

        return database.ReadAsync<IReadOnlyList<SavedPhoto>>(async (connection, _) =>
        [
            .. (await connection.QueryAsync<PhotoRow>(
                $"select {PhotoRow.Columns} from photo p where {which} order by p.id desc limit @limit", values))
                .Select(row => row.ToPhoto()),
        ], cancellation);
    }

    /// <summary>Forgets a photo.</summary>
    /// <returns>Whether there was one.</returns>
    public Task<bool> DeleteAsync(long id, CancellationToken cancellation = default) =>
        database.WriteAsync(async (connection, _) =>
            await connection.ExecuteAsync("delete from photo where id = @id", new { id }) > 0, cancellation);

    async Task PutGarmentsAsync(
        DbConnection connection, long photo, IReadOnlyList<Garment> garments, CancellationToken cancellation)
    {
        await connection.ExecuteAsync("delete from photo_garment where photo_id = @photo", new { photo });
        GarmentRow[] rows = [.. garments.Select((garment, position) => new GarmentRow(photo, position, garment))];
        await database.Dialect.InsertAsync<GarmentRow, bool>(
            connection, "photo_garment", GarmentRow.Columns, rows, tail: "", read: null, cancellation);
    }
}
