using Drape.Server.People.Data;

namespace Drape.Server.Calendar;

/// <summary>The services of calendars.</summary>
static class CalendarSetup
{
    public static void AddCalendar(this IServiceCollection services)
    {
        services.AddSingleton<CalendarDesk>();
        services.AddScoped<IPersonalData, CalendarData>();
    }
}
