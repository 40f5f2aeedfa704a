using Drape.Server.Problems;
using Microsoft.Extensions.Localization;

namespace Drape.Server.Pages.Calendar;

/// <summary>Says a calendar's problem in the page's language.</summary>
static class CalendarFaults
{
    public static string Sentence(Problem problem, IStringLocalizer<CalendarTexts> texts)
    {
        var own = texts["Fault." + problem.Type.Split(':')[^1]];
        return own.ResourceNotFound ? texts["Fault.Other"].Value : own.Value;
    }
}
