using Drape.Server.Photos;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Drape.Server.Hosting;

/// <summary>Where the server listens and what a connection may cost.</summary>
static class Listening
{
    /// <summary>Takes the address from the options, else from the configuration, else this machine only.</summary>
    public static WebApplicationBuilder ListenOn(this WebApplicationBuilder builder, ServeOptions options)
    {
        string? configured = builder.Configuration[WebHostDefaults.ServerUrlsKey];
        builder.WebHost.UseUrls(options.Urls
            ?? (string.IsNullOrEmpty(configured) ? DrapeServer.DefaultUrl : configured));
        return builder;
    }

    /// <summary>Slow, silent and oversized requests end early; the server does not say what it runs on.</summary>
    public static WebApplicationBuilder LimitRequests(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = PhotoIntake.BodyBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
            kestrel.Limits.MaxConcurrentConnections = 1000;
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(1024, TimeSpan.FromSeconds(10));
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        return builder;
    }
}
