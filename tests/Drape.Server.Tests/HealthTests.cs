using System.Net;
using Drape.Server.Catalogs.Search;
using Drape.Server.Photos;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Drape.Server.Tests;

public sealed class HealthTests(DrapeApp app, HealthTests.UnstartedApp unstarted)
    : IClassFixture<DrapeApp>, IClassFixture<HealthTests.UnstartedApp>
{
    [Fact]
    public async Task The_server_is_live()
    {
        var answer = await (await app.CreateClient().GetAsync("/health/live")).ReadingAsync();

        Assert.Equal("live", answer.GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_server_is_ready_once_it_has_read_a_first_picture_and_filled_the_index()
    {
        var client = app.CreateClient();
        await app.Services.GetRequiredService<Reader>().AnalyzerAsync(CancellationToken.None);
        await app.Services.GetRequiredService<IndexKeeper>().IndexAsync(CancellationToken.None);

        var answer = await (await client.GetAsync("/health/ready")).ReadingAsync();

        Assert.Equal("ready", answer.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Before_that_it_is_live_but_not_ready()
    {
        var client = unstarted.CreateClient();

        var answer = await client.GetAsync("/health/ready");

        await answer.ProblemAsync(HttpStatusCode.ServiceUnavailable, "urn:drape:request:starting");
        await (await client.GetAsync("/health/live")).ReadingAsync();
    }

    /// <summary>The application whose networks are never loaded.</summary>
    public sealed class UnstartedApp : DrapeApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.ConfigureTestServices(services =>
        {
            foreach (var loading in services.Where(s => s.ServiceType == typeof(IHostedService)
                && s.ImplementationFactory?.Method.ReturnType == typeof(Reader)).ToArray())
            {
                services.Remove(loading);
            }
        });
    }
}
