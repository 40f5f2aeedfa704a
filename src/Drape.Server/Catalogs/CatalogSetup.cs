using Drape.Server.Catalogs.Search;

namespace Drape.Server.Catalogs;

/// <summary>The services of catalogs.</summary>
static class CatalogSetup
{
    public static void AddCatalogs(this IServiceCollection services)
    {
        services.AddSingleton<IndexKeeper>();
        services.AddHostedService(s => s.GetRequiredService<IndexKeeper>());
    }
}
