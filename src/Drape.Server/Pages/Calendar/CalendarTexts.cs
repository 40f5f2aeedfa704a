namespace Drape.Server.Pages.Calendar;

/// <summary>What the calendar's pages say: names <c>CalendarTexts.resx</c> and <c>CalendarTexts.ko.resx</c>.</summary>
sealed class CalendarTexts;
