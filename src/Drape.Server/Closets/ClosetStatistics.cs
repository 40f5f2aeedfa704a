using Drape.Store;
using Drape.Store.Closets;

namespace Drape.Server.Closets;

/// <summary>A closet, counted.</summary>
public sealed record ClosetStatistics
{
    /// <summary>After how many days without being worn a piece is called forgotten.</summary>
    public const int ForgottenAfter = 90;

    const int Months = 12;
    const int Longest = 12;

    /// <summary>How many pieces there are.</summary>
    public required int Pieces { get; init; }

    /// <summary>How many of them were worn in the last 90 days.</summary>
    public required int WornLately { get; init; }

    /// <summary>How many were never worn.</summary>
    public required int NeverWorn { get; init; }

    /// <summary>What they cost together, by currency, the most first.</summary>
    public required IReadOnlyList<MoneySum> Value { get; init; }

    /// <summary>The types, the most frequent first.</summary>
    public required IReadOnlyList<WordCount> Types { get; init; }

    /// <summary>The colours by how much of all cloth has them, the most first.</summary>
    public required IReadOnlyList<ColourPart> Colours { get; init; }

    /// <summary>How often something was worn, by month: the last twelve, the oldest first.</summary>
    public required IReadOnlyList<MonthWears> Wears { get; init; }

    /// <summary>What a wear has cost so far, of pieces with a price that were worn; the cheapest first.</summary>
    public required IReadOnlyList<WearCost> CostPerWear { get; init; }

    /// <summary>What was had for 90 days and not worn in them, the longest first.</summary>
    public required IReadOnlyList<ForgottenPiece> Forgotten { get; init; }

    /// <summary>Counts a person's closet.</summary>
    public static async Task<ClosetStatistics> ReadAsync(DrapeStore store, long person, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        var today = DateOnly.FromDateTime(store.Database.Now.UtcDateTime);
        var items = await store.Closets.AllAsync(person, ClosetFilter.All, cancellation);
        var wears = await store.Closets.WearsAsync(
            person, from: FirstMonth(today), cancellation: cancellation);
        return Of(items, wears, today);
    }

    /// <summary>Counts pieces.</summary>
    /// <param name="items">The pieces.</param>
    /// <param name="wears">The days on which they were worn in the last twelve months.</param>
    /// <param name="today">The day it is.</param>
    public static ClosetStatistics Of(
        IReadOnlyList<ClosetItem> items, IReadOnlyList<ClosetWear> wears, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(wears);
        var byMonth = wears.GroupBy(wear => (wear.Day.Year, wear.Day.Month)).ToDictionary(m => m.Key, m => m.Count());
        var first = FirstMonth(today);
        return new ClosetStatistics
        {
            Pieces = items.Count,
            WornLately = items.Count(item => item.LastWorn is { } day && day > today.AddDays(-ForgottenAfter)),
            NeverWorn = items.Count(item => item.LastWorn is null),
            Value =
            [
                .. items.Where(item => item.Details.Price is not null)
                    .GroupBy(item => item.Details.Currency)
                    .Select(group => new MoneySum(group.Sum(item => item.Details.Price!.Value), group.Key))
                    .OrderByDescending(sum => sum.Amount),
            ],
            Types =
            [
                .. items.GroupBy(item => item.Details.Type).Select(type => new WordCount(type.Key, type.Count()))
                    .OrderByDescending(type => type.Count).ThenBy(type => type.Word, StringComparer.Ordinal),
            ],
            Colours = ColoursOf(items),
            Wears =
            [
                .. Enumerable.Range(0, Months).Select(first.AddMonths)
                    .Select(month => new MonthWears(month, byMonth.GetValueOrDefault((month.Year, month.Month)))),
            ],
            CostPerWear =
            [
                .. items.Where(item => item.Wears > 0 && item.Details.Price is > 0)
                    .Select(item => new WearCost(
                        ClosetAnswer.Of(item), Math.Round(item.Details.Price!.Value / item.Wears, 2), item.Details.Currency))
                    .OrderBy(cost => cost.Amount),
            ],
            Forgotten =
            [
                .. items.Where(item => item.Since <= today.AddDays(-ForgottenAfter))
                    .Select(item => new ForgottenPiece(
                        ClosetAnswer.Of(item), today.DayNumber - (item.LastWorn ?? item.Since).DayNumber))
                    .Where(piece => piece.Days >= ForgottenAfter)
                    .OrderByDescending(piece => piece.Days).Take(Longest),
            ],
        };
    }

    static DateOnly FirstMonth(DateOnly today) => new DateOnly(today.Year, today.Month, 1).AddMonths(1 - Months);

    /// <summary>Each piece counts the same, whatever its size; a name's colour is that of its largest part.</summary>
    static ColourPart[] ColoursOf(IReadOnlyList<ClosetItem> items)
    {
        var parts = items.SelectMany(item => item.Colours).GroupBy(colour => colour.Name)
            .Select(name => (Name: name.Key, Share: name.Sum(c => c.Share), name.MaxBy(c => c.Share)!.Hex)).ToArray();
        double all = parts.Sum(part => part.Share);
        return [.. parts.Where(_ => all > 0).Select(part => new ColourPart(part.Name, part.Hex, Math.Round(part.Share / all, 4)))
            .OrderByDescending(part => part.Share)];
    }
}

/// <summary>An amount of money.</summary>
/// <param name="Amount">How much.</param>
/// <param name="Currency">Of what; left out where nobody said.</param>
public sealed record MoneySum(decimal Amount, string? Currency);

/// <summary>A colour and how much of a closet has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Hex">As a web colour.</param>
/// <param name="Share">0 to 1.</param>
public sealed record ColourPart(string Name, string Hex, double Share);

/// <summary>How often something was worn in a month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Count">Pieces worn, each day of each counted.</param>
public sealed record MonthWears(DateOnly Month, int Count);

/// <summary>What a wear of a piece has cost so far.</summary>
/// <param name="Item">The piece.</param>
/// <param name="Amount">Its price by the days it was worn.</param>
/// <param name="Currency">The price's currency.</param>
public sealed record WearCost(ClosetAnswer Item, decimal Amount, string? Currency);

/// <summary>A piece that was not worn for long.</summary>
/// <param name="Item">The piece.</param>
/// <param name="Days">For how many days.</param>
public sealed record ForgottenPiece(ClosetAnswer Item, int Days);
