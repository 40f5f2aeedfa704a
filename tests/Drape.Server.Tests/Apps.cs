using Drape.Fetching;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Drape.Server.Tests;

/// <summary>The real application as anybody starts it, in memory, with a home of its own.</summary>
public class DrapeApp : WebApplicationFactory<Program>
{
    readonly bool _ownsHome;

    /// <summary>The application in a home that is removed after it.</summary>
    public DrapeApp()
        : this(Directory.CreateTempSubdirectory("drape-home-").FullName) => _ownsHome = true;

    /// <summary>The application in a home that others use, too.</summary>
    protected DrapeApp(string home) => Home = home;

    /// <summary>The folder of what it keeps.</summary>
    public string Home { get; }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        builder.ConfigureHostConfiguration(c => c.AddInMemoryCollection([KeyValuePair.Create("home", (string?)Home)]));
        return base.CreateHost(builder);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _ownsHome && Directory.Exists(Home))
        {
            Directory.Delete(Home, recursive: true);
        }
    }
}

/// <summary>The application for a shop inside one network: URLs may lead to this machine.</summary>
public sealed class ShopApp : DrapeApp
{
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("Fetch:AllowPrivateAddresses", "true");
}

/// <summary>The same, fetching small files only and waiting for nobody long.</summary>
public sealed class HurriedApp : DrapeApp
{
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.ConfigureTestServices(services =>
        services.AddSingleton(_ => new PhotoFetcher(FetchLimits.Default with
        {
            AllowPrivateAddresses = true,
            Time = TimeSpan.FromMilliseconds(300),
            Bytes = 100_000,
        })));
}

/// <summary>One analysis at a time, one may wait, and two megabytes for all.</summary>
public sealed class NarrowApp : DrapeApp
{
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("Reading:AtOnce", "1").UseSetting("Reading:Waiting", "1").UseSetting("Reading:Megabytes", "2");
}

/// <summary>Two analyses at a time, of pictures of at most 40 megapixels.</summary>
public sealed class SmallApp : DrapeApp
{
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("Reading:AtOnce", "2").UseSetting("Reading:Megapixels", "40");
}

/// <summary>The application on a real socket.</summary>
public sealed class ListeningApp : DrapeApp
{
    public ListeningApp()
    {
        UseKestrel(0);
        StartServer();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("Reading:AtOnce", "1").UseSetting("Reading:Waiting", "1");
}
