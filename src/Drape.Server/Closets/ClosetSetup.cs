using Drape.Server.Jobs;
using Drape.Server.People.Data;

namespace Drape.Server.Closets;

/// <summary>The services of closets.</summary>
static class ClosetSetup
{
    public static void AddClosets(this IServiceCollection services)
    {
        services.AddOptions<ClosetOptions>().BindConfiguration(ClosetOptions.Section)
            .Validate(o => o.IsValid, "Closet: MostItems and AtOnce are at least 1.")
            .ValidateOnStart();
        services.AddSingleton<ClosetDesk>();
        services.AddSingleton<ClosetAlikes>();
        services.AddSingleton<IJobKind, ClosetJob>();
        services.AddScoped<IPersonalData, ClosetData>();
    }
}
