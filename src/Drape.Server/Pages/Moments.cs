using System.Globalization;

namespace Drape.Server.Pages;

/// <summary>Times as pages write them, in UTC. Written by hand, since the cultures may be invariant ones.</summary>
static class Moments
{
    static readonly string[] KoreanWeekdays = ["일", "월", "화", "수", "목", "금", "토"];

    /// <summary>As "21 November 2026" or "2026년 11월 21일".</summary>
    public static string Day(DateTimeOffset time) => time.ToString(
        IsKorean ? "yyyy'년 'M'월 'd'일'" : "d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The day and the time of the day.</summary>
    public static string Text(DateTimeOffset time) =>
        $"{Day(time)} {time.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC";

    /// <summary>As "21 November 2026" or "2026년 11월 21일".</summary>
    public static string Day(DateOnly day) => Day(Noon(day));

    /// <summary>With the day of the week and without the year: "Saturday, 21 November" or "11월 21일 토요일".</summary>
    public static string WeekdayAndDay(DateOnly day) => IsKorean
        ? $"{day.ToString("M'월 'd'일'", CultureInfo.InvariantCulture)} {Weekday(day)}"
        : day.ToString("dddd, d MMMM", CultureInfo.InvariantCulture);

    /// <summary>As "November 2026" or "2026년 11월".</summary>
    public static string Month(DateOnly day) =>
        day.ToString(IsKorean ? "yyyy'년 'M'월'" : "MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>As "Saturday" or "토요일".</summary>
    public static string Weekday(DateOnly day) => IsKorean
        ? KoreanWeekdays[(int)day.DayOfWeek] + "요일" : day.ToString("dddd", CultureInfo.InvariantCulture);

    /// <summary>As "Sat" or "토".</summary>
    public static string ShortWeekday(DateOnly day) => IsKorean
        ? KoreanWeekdays[(int)day.DayOfWeek] : day.ToString("ddd", CultureInfo.InvariantCulture);

    /// <summary>With which day weeks begin where the page's language is spoken.</summary>
    public static DayOfWeek WeekBegins => IsKorean ? DayOfWeek.Sunday : DayOfWeek.Monday;

    static DateTimeOffset Noon(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);

    static bool IsKorean => Languages.Of(CultureInfo.CurrentUICulture) == Languages.Korean;
}
