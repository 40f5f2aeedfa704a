using Drape.Server.Catalogs.Import;
using Drape.Server.Catalogs.Search;
using Drape.Server.Catalogs.Tags;
using Drape.Server.Jobs;

namespace Drape.Server.Catalogs;

/// <summary>The services of catalogs.</summary>
static class CatalogSetup
{
    public static void AddCatalogs(this IServiceCollection services)
    {
        services.AddSingleton<IndexKeeper>();
        services.AddHostedService(s => s.GetRequiredService<IndexKeeper>());
        services.AddSingleton<SearchDesk>();
        services.AddSingleton<CatalogImports>();
        services.AddSingleton<ImportJob>();
        services.AddSingleton<IJobKind>(s => s.GetRequiredService<ImportJob>());
        services.AddSingleton<IJobKind, TagJob>();
        services.AddSingleton<Webhook>();
    }
}
