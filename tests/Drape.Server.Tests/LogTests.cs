using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Drape.Server.Tests;

public sealed class LogTests(LogTests.WatchedApp app) : IClassFixture<LogTests.WatchedApp>
{
    [Fact]
    public async Task A_request_is_one_line_with_method_path_status_time_and_bytes_and_without_its_query()
    {
        var answer = await app.CreateClient().GetAsync("/api/one?token=secret");
        string trace = (await answer.JsonAsync()).GetProperty("traceId").GetString()!;

        string line = await app.LineAsync("GET /api/one ");
        Assert.Matches(@"^GET /api/one answered 404 in [\d.]+ ms, 0 bytes received, trace ", line);
        Assert.EndsWith(trace, line, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Lines, l => l.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_path_cannot_forge_a_line()
    {
        await app.CreateClient().GetAsync("/api/two%0AGET%20/forged");

        Assert.DoesNotContain('\n', await app.LineAsync("GET /api/two"));
    }

    [Fact]
    public async Task A_photo_is_noted_by_size_type_and_timings_but_not_by_name_or_content()
    {
        byte[] file = Pictures.File();
        await (await app.CreateClient().PostPhotosAsync(("private.jpg", file))).ReadingAsync();

        string line = await app.LineAsync("Read a photo");
        Assert.StartsWith($"Read a photo of 120x160, {file.Length} bytes: 1 garments, ", line, StringComparison.Ordinal);
        Assert.Contains("decode ", line, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Lines, l => l.Contains("private", StringComparison.Ordinal));
    }

    /// <summary>The application with somebody reading its log.</summary>
    public sealed class WatchedApp : DrapeApp
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
