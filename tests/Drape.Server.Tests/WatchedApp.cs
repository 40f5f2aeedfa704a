using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Drape.Server.Tests;

/// <summary>The application with somebody reading its log.</summary>
public class WatchedApp : DrapeApp
{
    readonly Watcher _watcher = new();

    public IEnumerable<string> Lines => _watcher.Lines;

    /// <summary>The first line that begins so; the line of a request is written after its answer.</summary>
    public async Task<string> LineAsync(string start)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        string? line;
        while ((line = Lines.FirstOrDefault(l => l.StartsWith(start, StringComparison.Ordinal))) is null)
        {
            await Task.Delay(10, patience.Token);
        }

        return line;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.ConfigureTestServices(services => services.AddLogging(log => log.AddProvider(_watcher)));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _watcher.Dispose();
    }

    sealed class Watcher : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception));

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Dispose()
        {
        }
    }
}
