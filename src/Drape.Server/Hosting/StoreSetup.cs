namespace Drape.Server.Hosting;

/// <summary>The services that keep things.</summary>
static class StoreSetup
{
    public static void AddStore(this IServiceCollection services, string home)
    {
        services.AddSingleton(s => new StoreKeeper(s.GetRequiredService<IConfiguration>(), home));
        services.AddHostedService(s => s.GetRequiredService<StoreKeeper>());
        services.AddSingleton(s => s.GetRequiredService<StoreKeeper>().Store);
        services.AddHostedService<BinSweep>();
    }
}
