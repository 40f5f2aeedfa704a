namespace Drape.Server.Jobs;

/// <summary>The services that do jobs.</summary>
static class JobSetup
{
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddOptions<JobOptions>().BindConfiguration(JobOptions.Section)
            .Validate(o => o.IsValid,
                "Jobs: AtOnce is at least 0, Lease at least 00:00:05, Poll and Keep longer than nothing.")
            .ValidateOnStart();
        services.AddHostedService<JobWorker>();
    }
}
