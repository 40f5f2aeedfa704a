using Drape.Colours;
using Drape.Server.Closets;
using Drape.Store.Closets;

namespace Drape.Server.Tests.Closets;

public sealed class ClosetStatisticsTests
{
    static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void A_wear_costs_the_price_by_the_days_and_the_cheapest_comes_first()
    {
        var statistics = Of(
            Item(1, price: 90, wears: 3, last: Today), Item(2, price: 40, wears: 8, last: Today), Item(3, price: 500), Item(4, wears: 2));

        Assert.Equal([(2L, 5m), (1L, 30m)], statistics.CostPerWear.Select(cost => (cost.Item.Id, cost.Amount)));
    }

    [Fact]
    public void Forgotten_is_what_was_had_and_not_worn_for_ninety_days_the_longest_first()
    {
        var statistics = Of(
            Item(1, since: Today.AddDays(-400), wears: 1, last: Today.AddDays(-120)),
            Item(2, since: Today.AddDays(-300)),
            Item(3, since: Today.AddDays(-300), wears: 1, last: Today.AddDays(-89)),
            Item(4, since: Today.AddDays(-20)));

        Assert.Equal([(2L, 300), (1L, 120)], statistics.Forgotten.Select(piece => (piece.Item.Id, piece.Days)));
    }

    [Fact]
    public void Colours_are_shares_of_all_cloth()
    {
        var statistics = Of(Item(1, colours: [("navy", 0.75), ("white", 0.25)]), Item(2, colours: [("white", 1)]));

        Assert.Equal([("white", 0.625), ("navy", 0.375)], statistics.Colours.Select(colour => (colour.Name, colour.Share)));
    }

    [Fact]
    public void Values_are_summed_by_currency()
    {
        var statistics = Of(Item(1, price: 10), Item(2, price: 20), Item(3, price: 50_000, currency: "KRW"));

        Assert.Equal([new MoneySum(50_000, "KRW"), new MoneySum(30, "EUR")], statistics.Value);
    }

    [Fact]
    public void Days_are_counted_by_month_for_a_year()
    {
        var statistics = ClosetStatistics.Of([Item(1)],
            [new ClosetWear(1, Today), new ClosetWear(1, Today.AddDays(-1)), new ClosetWear(1, new DateOnly(2025, 12, 3))], Today);

        Assert.Equal((12, new DateOnly(2025, 12, 1), 1, 2),
            (statistics.Wears.Count, statistics.Wears[0].Month, statistics.Wears[0].Count, statistics.Wears[^1].Count));
    }

    [Fact]
    public void An_empty_closet_has_no_figures_and_no_fault()
    {
        var statistics = Of();

        Assert.Equal((0, 0, 12), (statistics.Pieces, statistics.Colours.Count, statistics.Wears.Count));
    }

    static ClosetStatistics Of(params ClosetItem[] items) => ClosetStatistics.Of(items, [], Today);

    static ClosetItem Item(long id, decimal? price = null, string currency = "EUR", int wears = 0, DateOnly? last = null,
        DateOnly? since = null, params (string Name, double Share)[] colours) => new()
    {
        Id = id,
        Picture = Wardrobe.Piece.Picture,
        Details = Wardrobe.Piece.Details with { Price = price, Currency = price is null ? null : currency, BoughtOn = since },
        Colours = [.. colours.Select(c => new NamedColour(c.Name, "#1f2a4d", c.Share, "a shade"))],
        Reading = Wardrobe.Piece.Reading,
        Wears = wears,
        LastWorn = last,
        CreatedAt = new DateTimeOffset(Today.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
        ChangedAt = DateTimeOffset.UnixEpoch,
    };
}
