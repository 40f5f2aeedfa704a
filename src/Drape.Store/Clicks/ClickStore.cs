using Dapper;

namespace Drape.Store.Clicks;

/// <summary>How often people went from a find to its shop: counts by day, never single visits. Thread-safe.</summary>
public sealed class ClickStore(Database database)
{
    /// <summary>Counts a click on today's (UTC) row of its product, place and style.</summary>
    public Task CountAsync(Click click, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(click);
        return database.WriteAsync((connection, stop) => connection.ExecuteAsync(new CommandDefinition("""
            insert into product_click (catalog, product, day, place, style, clicks)
            values (@Catalog, @Product, @day, @place, @style, 1)
            on conflict (catalog, product, day, place, style) do update set clicks = product_click.clicks + 1
            """, new
        {
            click.Catalog,
            click.Product,
            day = DayOf(DateOnly.FromDateTime(database.Now.UtcDateTime)),
            place = Word(click.Place),
            style = click.Style ?? "",
        }, cancellationToken: stop)), cancellation);
    }

    /// <summary>The products that were clicked most.</summary>
    /// <param name="since">The first day (UTC) that counts.</param>
    /// <param name="limit">How many, at least 1.</param>
    /// <param name="style">Only clicks from outfits of this style; all if null.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<IReadOnlyList<ClickCount>> MostAsync(
        DateOnly since, int limit, string? style = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return database.ReadAsync<IReadOnlyList<ClickCount>>(async (connection, _) =>
        [
            // As a tuple: SQLite names no type for a sum of nothing, and a record is not made of that.
            .. (await connection.QueryAsync<(string Catalog, string Product, long Clicks)>($"""
                select catalog, product, cast(sum(clicks) as bigint) from product_click
                where day >= @since {(style is null ? "" : "and style = @style")}
                group by catalog, product order by sum(clicks) desc, catalog, product limit @limit
                """, new { since = DayOf(since), style, limit })).Select(row => new ClickCount(row.Catalog, row.Product, row.Clicks)),
        ], cancellation);
    }

    /// <summary>Days as numbers that sort: 20261121.</summary>
    static int DayOf(DateOnly day) => (((day.Year * 100) + day.Month) * 100) + day.Day;

    static string Word(ClickPlace place) => place == ClickPlace.Look ? "look" : "alikes";
}

/// <summary>How often a product was clicked.</summary>
/// <param name="Catalog">Its catalog.</param>
/// <param name="Product">Its id in the shop.</param>
/// <param name="Clicks">How often.</param>
public sealed record ClickCount(string Catalog, string Product, long Clicks);
