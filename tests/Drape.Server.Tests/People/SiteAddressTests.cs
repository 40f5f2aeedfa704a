using Drape.Server.People;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;

namespace Drape.Server.Tests.People;

public sealed class SiteAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080/looks/7")]
    [InlineData("http://0.0.0.0:8080", "http://{machine}:8080/looks/7")]
    [InlineData("http://[::]:8080", "http://{machine}:8080/looks/7")]
    public void Without_a_setting_links_lead_to_where_the_server_listens(string listens, string link) =>
        Assert.Equal(link.Replace("{machine}", Environment.MachineName, StringComparison.Ordinal), Site(listens).To("/looks/7"));

    [Fact]
    public void The_setting_counts_where_there_is_one() =>
        Assert.Equal("https://drape.example/looks/7", Site("http://0.0.0.0:8080", ("Site:Url", "https://drape.example/")).To("/looks/7"));

    [Theory]
    [InlineData("http://127.0.0.1:5080", null)]
    [InlineData("http://0.0.0.0:8080", "http://192.168.0.5:8080")]
    public void Only_who_says_which_address_people_type_is_not_warned(string listens, string? url) => Assert.Null(
        SiteAddress.Doubt(Configured(("urls", listens), ("Site:Url", url))));

    [Theory]
    [InlineData("http://*:8080")]
    [InlineData("http://[::]:8080;http://127.0.0.1:5080")]
    public void Who_listens_on_all_addresses_is_told_of_the_setting(string listens) =>
        Assert.Contains("Site:Url", SiteAddress.Doubt(Configured(("urls", listens))), StringComparison.Ordinal);

    static SiteAddress Site(string listens, params (string Name, string? Value)[] settings)
    {
        var server = new Listener();
        server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Add(listens);
        return new SiteAddress(Configured(settings), server);
    }

    static IConfiguration Configured(params (string Name, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value))).Build();

    /// <summary>A server that only says where it listens.</summary>
    sealed class Listener : IServer
    {
        public Listener() => Features.Set<IServerAddressesFeature>(new ServerAddressesFeature());

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
