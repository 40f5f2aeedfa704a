using System.Diagnostics;
using System.Globalization;
using Drape.Store.Writer;

namespace Drape.Store.Tests.Crash;

/// <summary>A process that writes to a store until it is killed.</summary>
sealed class WriterProcess : IDisposable
{
    static readonly string Program = Path.Combine(AppContext.BaseDirectory, $"{typeof(Announcer).Assembly.GetName().Name}.dll");

    readonly Process _process;
    readonly Task<string> _errors;
    readonly List<string> _said = [];

    WriterProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts one, which waits for <see cref="GoAsync"/>.</summary>
    /// <param name="settings">The store.</param>
    /// <param name="from">The number from which its content is numbered.</param>
    public static WriterProcess Start(StoreSettings settings, int from)
    {
        string runtime = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";
        var start = new ProcessStartInfo(runtime, [Program, settings.Home, settings.Connection ?? "",
            from.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_TieredPGO"] = "0"; // the sooner it writes, the more is written before it is killed
        return new WriterProcess(Process.Start(start)!);
    }

    /// <summary>Lets it open the store and write.</summary>
    public async Task GoAsync()
    {
        await ReadAsync("waiting");
        await _process.StandardInput.WriteLineAsync();
    }

    /// <summary>Waits until it has opened the store and so many of its writes were acknowledged.</summary>
    public async Task WriteAsync(int writes)
    {
        await ReadAsync("open");
        while (writes > 0)
        {
            string line = await _process.StandardOutput.ReadLineAsync()
                ?? throw new InvalidOperationException($"The writer has ended: {await _errors}");
            _said.Add(line);
            writes -= line.StartsWith(Announcer.Done, StringComparison.Ordinal) ? 1 : 0;
        }
    }

    /// <summary>Kills it, at whatever it is (SIGKILL, where there are signals).</summary>
    /// <returns>All that it said of its writes.</returns>
    /// <exception cref="InvalidOperationException">It had ended by itself.</exception>
    public async Task<IReadOnlyList<string>> KillAsync()
    {
        bool alive = !_process.HasExited;
        _process.Kill();
        _said.AddRange((await _process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        await _process.WaitForExitAsync();
        return alive ? _said
            : throw new InvalidOperationException($"The writer had ended: {await _errors}");
    }

    public void Dispose()
    {
        _process.Kill(); // nothing happens where it has ended
        _process.Dispose();
    }

    async Task ReadAsync(string expected)
    {
        string? line = await _process.StandardOutput.ReadLineAsync();
        if (line != expected)
        {
            throw new InvalidOperationException($"The writer said '{line}', not '{expected}': {await _errors}");
        }
    }
}
