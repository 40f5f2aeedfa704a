using System.Globalization;

namespace Drape.Server.Pages.Calendar;

/// <summary>A month as a page shows it.</summary>
/// <param name="First">Its first day.</param>
sealed record Month(DateOnly First)
{
    /// <summary>Its last day.</summary>
    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    /// <summary>Its days.</summary>
    public IEnumerable<DateOnly> Days => Enumerable.Range(0, Last.Day).Select(First.AddDays);

    /// <summary>How many columns of a grid are empty before its first day.</summary>
    public int Before => ((int)First.DayOfWeek - (int)Moments.WeekBegins + 7) % 7;

    /// <summary>A week of days, for the names above the columns.</summary>
    public IEnumerable<DateOnly> Week => Enumerable.Range(0, 7).Select(column => First.AddDays(column - Before));

    /// <summary>The month of a day.</summary>
    public static Month Of(DateOnly day) => new(new DateOnly(day.Year, day.Month, 1));

    /// <summary>The month that an address names, as 2026-11; null if it names none.</summary>
    public static Month? Parse(string? text) => DateOnly.TryParseExact(
        text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? new Month(first) : null;

    /// <summary>Where it is.</summary>
    public static string Address(DateOnly day) =>
        $"/calendar?month={day.ToString("yyyy-MM", CultureInfo.InvariantCulture)}";
}
