using Drape.Server.Demo;
using Drape.Server.People.Data;

namespace Drape.Server.Looks;

/// <summary>The services and routes of looks and of the people around them.</summary>
static class LookSetup
{
    public static void AddLooks(this IServiceCollection services)
    {
        services.AddOptions<LookOptions>().BindConfiguration(LookOptions.Section)
            .Validate(o => o.IsValid, "Looks: MostLooks, LooksADay, CommentsAnHour and ReportsADay are at least 1.")
            .ValidateOnStart();
        services.AddSingleton<LookDesk>();
        services.AddSingleton<DemoLookbook>();
        services.AddSingleton<ShareLinks>();
        services.AddSingleton<CardDesk>();
        services.AddScoped<IPersonalData, LookData>();
    }

    public static void MapLookbook(this WebApplication app)
    {
        app.MapLooks();
        app.MapLeaderboard();
        app.MapCircles();
        app.MapModeration();
    }
}
