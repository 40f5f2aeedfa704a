using System.Globalization;

namespace Drape.Store.Closets;

/// <summary>Days as they are kept: 2026-11-21, which is ordered as days are.</summary>
static class Days
{
    const string Form = "yyyy-MM-dd";

    public static string Text(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    public static string? Text(DateOnly? day) => day is { } known ? Text(known) : null;

    public static DateOnly Parse(string day) => DateOnly.ParseExact(day, Form, CultureInfo.InvariantCulture);

    public static DateOnly? ParseOrNull(string? day) => day is null ? null : Parse(day);
}
