using System.Globalization;

namespace Drape.Server.Pages.Calendar;

/// <summary>Days as they stand in the calendar's addresses: 2026-11-21.</summary>
static class DayAddress
{
    const string Form = "yyyy-MM-dd";

    public static string Text(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Where a day's page is.</summary>
    public static string Of(DateOnly day) => $"/calendar/{Text(day)}";

    /// <summary>The day of a text; null if it is none.</summary>
    public static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
