using System.Collections.Concurrent;
using Drape.Server.Eva;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Playwright;

// A browser, a server and its networks are enough work for one machine at a time; and see Browser.InitializeAsync.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Drape.Browser.Tests;

/// <summary>The server on a socket and a browser beside it, for all tests of a class.</summary>
public sealed class Browser : WebApplicationFactory<Program>, IAsyncLifetime
{
    const string OtherName = "drape.test";

    readonly string _home = Directory.CreateTempSubdirectory("drape-home-").FullName;
    readonly ConcurrentBag<string> _errors = [];
    IPlaywright? _playwright;
    IBrowser? _browser;

    /// <summary>The folder for letters.</summary>
    public string MailFolder => Path.Combine(_home, "mail");

    public async Task InitializeAsync()
    {
        if (!File.Exists(Chromium.Path))
        {
            return; // every test of the class is skipped
        }

        // Before any server runs: this sets the console's encoding, which takes the console's locks in another order than
        // a log line does, so that the two have been seen to wait for each other without end.
        _playwright = await Playwright.CreateAsync();
        UseKestrel(0);
        StartServer();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium.Path,
            // The name stands for what people type on another device: plain http, and not this very machine's name.
            Args = ["--no-sandbox", "--disable-gpu", $"--host-resolver-rules=MAP {OtherName} 127.0.0.1"],
        });
    }

    /// <summary>The server's address by another name than localhost.</summary>
    public string OtherAddress => $"http://{OtherName}:{ClientOptions.BaseAddress.Port}";

    /// <summary>The page as a person of that language sees it first; an error in its scripts fails the class.</summary>
    /// <param name="language">The browser's language.</param>
    /// <param name="width">The window's width in pixels.</param>
    /// <param name="height">The window's height in pixels.</param>
    /// <param name="motion">Whether things may move; most tests would only wait for them.</param>
    /// <param name="touch">Whether a finger points, not a mouse.</param>
    /// <param name="path">The page.</param>
    /// <param name="scripts">Whether the browser runs scripts.</param>
    public async Task<IPage> OpenAsync(string language = "en-GB", int width = 1280, int height = 860, string path = "/",
        bool scripts = true, bool motion = false, bool touch = false)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = ClientOptions.BaseAddress.ToString(),
            Locale = language,
            ViewportSize = new() { Width = width, Height = height },
            ReducedMotion = motion ? ReducedMotion.NoPreference : ReducedMotion.Reduce,
            HasTouch = touch,
            JavaScriptEnabled = scripts,
        });
        context.SetDefaultTimeout(30_000); // a busy machine is slow, not wrong
        var page = await context.NewPageAsync();
        var failed = new ConcurrentQueue<string>();
        page.RequestFailed += (_, request) => failed.Enqueue($"{request.Url} ({request.Failure})");
        page.PageError += (_, error) => Err(error);
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                Err($"{message.Text} ({message.Location})");
            }
        };
        await page.GotoAsync(path);
        return page;

        void Err(string error) => _errors.Add(
            $"{page.Url}, opened at {path}: {error}" + (failed.IsEmpty ? "" : $"\nRequests that had failed there: {string.Join(", ", failed)}"));
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        builder.ConfigureHostConfiguration(c => c.AddInMemoryCollection([KeyValuePair.Create("home", (string?)_home)]));
        return base.CreateHost(builder);
    }

    /// <summary>The engine sees an outfit in what is called look.jpg, so that no photo of anybody is needed, and what has no type in things.jpg.</summary>
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.ConfigureTestServices(services =>
        services.AddSingleton<Inspection>((analyzer, file, name, limits) =>
            name switch
            {
                Drawings.LookName => Drawings.Look().Seen(name),
                Drawings.ThingsName => Drawings.Things().Seen(name),
                _ => analyzer.Inspect(file, name, limits),
            }));

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await DisposeAsync();
        Directory.Delete(_home, recursive: true);
        Assert.True(_errors.IsEmpty, "Scripts of pages failed:\n" + string.Join('\n', _errors));
    }
}
