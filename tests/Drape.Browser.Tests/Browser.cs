using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Playwright;

namespace Drape.Browser.Tests;

/// <summary>The server on a socket and a browser beside it, for all tests of a class.</summary>
public sealed class Browser : WebApplicationFactory<Program>, IAsyncLifetime
{
    readonly string _home = Directory.CreateTempSubdirectory("drape-home-").FullName;
    readonly ConcurrentBag<string> _errors = [];
    IPlaywright? _playwright;
    IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (!File.Exists(Chromium.Path))
        {
            return; // every test of the class is skipped
        }

        UseKestrel(0);
        StartServer();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium.Path,
            Args = ["--no-sandbox", "--disable-gpu"],
        });
    }

    /// <summary>The page as a person of that language sees it first; an error in its scripts fails the class.</summary>
    public async Task<IPage> OpenAsync(string language = "en-GB", int width = 1280, int height = 860)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = ClientOptions.BaseAddress.ToString(),
            Locale = language,
            ViewportSize = new() { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => _errors.Add(error);
        await page.GotoAsync("/");
        return page;
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        builder.ConfigureHostConfiguration(c => c.AddInMemoryCollection([KeyValuePair.Create("home", (string?)_home)]));
        return base.CreateHost(builder);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await DisposeAsync();
        Directory.Delete(_home, recursive: true);
        Assert.Empty(_errors);
    }
}
