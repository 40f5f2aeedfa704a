using System.Globalization;

namespace Drape.Server.Pages;

/// <summary>Times as pages write them, in UTC. Written by hand, since the cultures may be invariant ones.</summary>
static class Moments
{
    /// <summary>As "21 November 2026" or "2026년 11월 21일".</summary>
    public static string Day(DateTimeOffset time) => time.ToString(
        IsKorean ? "yyyy'년 'M'월 'd'일'" : "d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The day and the time of the day.</summary>
    public static string Text(DateTimeOffset time) =>
        $"{Day(time)} {time.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC";

    static bool IsKorean => Languages.Of(CultureInfo.CurrentUICulture) == Languages.Korean;
}
