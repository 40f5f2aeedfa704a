using System.Globalization;
using Drape.Server.Pages.Calendar;

namespace Drape.Server.Tests.Pages.Calendar;

public sealed class MonthTests : IDisposable
{
    readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public void Dispose() => CultureInfo.CurrentUICulture = _before;

    [Theory]
    [InlineData("en", "2026-11", 6, DayOfWeek.Monday)]
    [InlineData("ko", "2026-11", 0, DayOfWeek.Sunday)]
    [InlineData("en", "2026-06", 0, DayOfWeek.Monday)]
    [InlineData("ko", "2026-06", 1, DayOfWeek.Sunday)]
    public void Weeks_begin_as_they_do_where_the_language_is_spoken(string language, string text, int before, DayOfWeek first)
    {
        CultureInfo.CurrentUICulture = new CultureInfo(language);

        var month = Month.Parse(text)!;

        Assert.Equal(before, month.Before);
        Assert.Equal(first, month.Week.First().DayOfWeek);
    }

    [Theory]
    [InlineData("2028-02", 29)]
    [InlineData("2026-02", 28)]
    [InlineData("2026-12", 31)]
    public void A_month_has_its_days(string text, int days)
    {
        var month = Month.Parse(text)!;

        Assert.Equal(days, month.Days.Count());
        Assert.Equal((month.First, month.Last), (month.Days.First(), month.Days.Last()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-13")]
    [InlineData("2026-1")]
    [InlineData("next")]
    public void What_is_no_month_is_none(string? text) => Assert.Null(Month.Parse(text));
}
