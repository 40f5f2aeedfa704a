using System.Net.Sockets;
using Drape.Server.Calendar;
using Drape.Server.Catalogs;
using Drape.Server.Closets;
using Drape.Server.Demo;
using Drape.Server.Clicks;
using Drape.Server.Eva;
using Drape.Server.Health;
using Drape.Server.Hosting;
using Drape.Server.Jobs;
using Drape.Server.Looks;
using Drape.Server.OpenApi;
using Drape.Server.Operations;
using Drape.Server.People;
using Drape.Server.Photos;
using Drape.Server.Predict;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Blobs;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Drape.Server;

/// <summary>The web server: the API, the page and what keeps them healthy.</summary>
public static partial class DrapeServer
{
    /// <summary>Where the server listens unless told otherwise: this machine only.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    const int WrongUse = 2;
    const int Failed = 3;

    /// <summary>Serves until the program is asked to stop, then finishes what is in flight.</summary>
    /// <returns>0 after a clean stop; 2 for a URL or a folder that cannot be used; 3 if the server cannot run.</returns>
    public static Task<int> RunAsync(ServeOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        return RunAsync([], options, cancellation);
    }

    /// <summary>The program's own entry: <c>--urls</c> and <c>--home</c> come from its arguments.</summary>
    internal static Task<int> RunAsync(string[] args)
    {
        // Not from the configuration as a whole, where HOME, the user's own folder, would be taken for it.
        string? home = new ConfigurationBuilder().AddCommandLine(args).Build()["home"];
        return RunAsync(args, new ServeOptions { Home = home }, CancellationToken.None);
    }

    static async Task<int> RunAsync(string[] args, ServeOptions options, CancellationToken cancellation)
    {
        NativeHeap.KeepSmall();
        string home = HomeFolder.Locate(options.Home);
        home = options.Demo ? DemoHome.Of(home) : home;
        if (HomeFolder.Prepare(home) is { } unusable)
        {
            return await SayAsync(unusable, WrongUse);
        }

        if (KeptConfiguration.Fault(home) is { } wrong)
        {
            return await SayAsync($"Drape cannot start: {wrong}", WrongUse);
        }

        await using var app = Build(args, options, home);
        if (ListenUrls.Fault(app.Configuration[WebHostDefaults.ServerUrlsKey] ?? "") is { } fault)
        {
            return await SayAsync(fault, WrongUse);
        }

        if (SiteAddress.Doubt(app.Configuration) is { } doubt)
        {
            LinksAreDoubtful(app.Logger, doubt);
        }

        try
        {
            await app.StartAsync(cancellation);
            HomeIsAt(app.Logger, home);
            if (HomeFolder.Openness(home) is { } open)
            {
                HomeIsOpen(app.Logger, open);
            }

            foreach (string stranger in KeptConfiguration.Strangers())
            {
                SetsNothing(app.Logger, stranger);
            }

            foreach (string url in app.Urls)
            {
                Console.WriteLine($"Drape listens on {url}");
            }

            var drawing = options.Demo ? ActivatorUtilities.CreateInstance<DemoSeeding>(app.Services, DemoCast.Whole)
                .RunAsync(Console.Out, app.Lifetime.ApplicationStopping) : Task.CompletedTask;
            await app.WaitForShutdownAsync(cancellation);
            await drawing;
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            return await SayAsync($"Drape cannot listen: {e.Message.TrimEnd('.')}. Stop the other program or "
                + "choose another address with --urls.", Failed);
        }
        catch (SocketException e)
        {
            return await SayAsync($"Drape cannot listen on {app.Configuration["urls"]}: {e.Message}.", Failed);
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or OptionsValidationException)
        {
            return await SayAsync($"Drape cannot start: {e.Message}", WrongUse);
        }
        catch (Exception e) when (e is StoreException or BlobException)
        {
            return await SayAsync($"Drape cannot start: {e.Message}", WrongUse);
        }
        catch (OperationCanceledException)
        {
            // It was asked to stop while it started.
        }
        finally
        {
            // A start that failed stops nothing by itself; what runs in the background would take its end for a fault.
            app.Lifetime.StopApplication();
        }

        return app.Services.GetRequiredService<Reader>().Failure is { } failure
            ? await SayAsync(failure.Message, Failed) : 0;
    }

    static WebApplication Build(string[] args, ServeOptions options, string home)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = "Drape.Server",
            // The files lie beside the program, wherever it is started from.
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        builder.Configuration.AddKept(home);
        if (options.Demo)
        {
            DemoHome.Guard(builder.Configuration, home);
        }

        builder.ListenOn(options).LimitRequests();
        bool started = false;
        builder.Logging.ForPeopleOrPrograms(builder.Configuration, () => Volatile.Read(ref started));
        builder.Services.AddProblems();
        builder.Services.AddStore(home);
        builder.Services.AddPages();
        builder.Services.AddRequestLimits();
        builder.AddPeople(home);
        builder.Services.AddPhotos();
        builder.Services.AddEva();
        builder.Services.AddCatalogs();
        builder.Services.AddClosets();
        builder.Services.AddCalendar();
        builder.Services.AddLooks();
        builder.Services.AddJobs();
        builder.Services.AddOperations();
        builder.Services.AddOpenApiDocument();

        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => Volatile.Write(ref started, true));
        app.UseProxies();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<HeadRequests>();
        app.UseProblems();
        app.UseMiddleware<OwnPagesOnly>();
        app.UsePages();
        app.UseMiddleware<SingleParameters>(); // now it is known which route it is
        app.MapPages();
        app.MapPeople();
        app.MapPhotos();
        app.MapStyles();
        app.MapCatalogs();
        app.MapClosets();
        app.MapCalendar();
        app.MapLookbook();
        app.MapClicks();
        app.MapPredict();
        app.MapSimilar();
        app.MapJobs();
        app.MapOperations();
        app.MapHealth();
        app.MapOpenApi("/openapi/v1.json");
        return app;
    }

    static async Task<int> SayAsync(string sentence, int exitCode)
    {
        await Console.Error.WriteLineAsync(sentence);
        return exitCode;
    }

    [LoggerMessage(LogLevel.Information, "The folder for what is kept is {Home}")]
    static partial void HomeIsAt(ILogger logger, string home);

    [LoggerMessage(LogLevel.Warning, "{Warning}")]
    static partial void HomeIsOpen(ILogger logger, string warning);

    [LoggerMessage(LogLevel.Warning, "{Warning}")]
    static partial void SetsNothing(ILogger logger, string warning);

    [LoggerMessage(LogLevel.Warning, "{Doubt}")]
    static partial void LinksAreDoubtful(ILogger logger, string doubt);
}
