using Drape.Fetching;
using Microsoft.Extensions.Options;

namespace Drape.Server.Photos;

/// <summary>The services that receive and read photos.</summary>
static class PhotoSetup
{
    public static void AddPhotos(this IServiceCollection services)
    {
        services.AddOptions<ReadingOptions>().BindConfiguration(ReadingOptions.Section)
            .Validate(o => o.IsValid, "Reading: Waiting is at least 0, all else at least 1.")
            .ValidateOnStart();
        services.AddOptions<FetchOptions>().BindConfiguration(FetchOptions.Section)
            .Validate(o => o.IsValid, "Fetch: AtOnce is at least 1.")
            .ValidateOnStart();
        services.AddSingleton<Reader>();
        services.AddHostedService(s => s.GetRequiredService<Reader>());
        services.AddSingleton<Analysis>(
            static (analyzer, file, name, limits) => analyzer.Analyze(file, name, limits));
        services.AddSingleton<AnalysisGate>();
        services.AddSingleton<ByteAllowance>();
        services.AddSingleton<SenderGate>();
        services.AddSingleton(s => new PhotoFetcher(FetchLimits.Default with
        {
            AllowPrivateAddresses = s.GetRequiredService<IOptions<FetchOptions>>().Value.AllowPrivateAddresses,
        }));
        services.AddSingleton<FetchGate>();
        services.AddSingleton<PhotoIntake>();
        services.AddSingleton<PhotoDesk>();
    }
}
