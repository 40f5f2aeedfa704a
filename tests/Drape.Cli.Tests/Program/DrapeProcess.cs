using System.Diagnostics;
using System.Globalization;

namespace Drape.Cli.Tests.Program;

/// <summary>What a finished process left behind.</summary>
sealed record Finished(int Code, string Out, string Error);

/// <summary>The real program, started as people start it.</summary>
sealed class DrapeProcess : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Drape.Cli.dll");
    readonly Process _process;
    readonly Task<string> _out;
    readonly Task<string> _error;

    DrapeProcess(Process process)
    {
        _process = process;
        _out = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts <c>drape</c>.</summary>
    /// <param name="arguments">What follows its name.</param>
    /// <param name="program">The folder it lies in; where the build put it if null.</param>
    /// <param name="models">The folder of its networks; the shipped ones if null.</param>
    /// <param name="from">The folder it is started from.</param>
    public static DrapeProcess Start(
        string[] arguments, string? program = null, string? models = null, string? from = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = from ?? Path.GetTempPath(),
        };
        start.ArgumentList.Add(Path.Combine(program ?? AppContext.BaseDirectory, "Drape.Cli.dll"));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Remove("DRAPE_DEBUG");
        start.Environment["DRAPE_MODELS"] = models ?? "";
        return new DrapeProcess(Process.Start(start)!);
    }

    /// <summary>Runs a line of the shell in which <c>drape</c> is the program.</summary>
    public static async Task<Finished> ShellAsync(string line)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"drape() {{ dotnet '{Program}' \"$@\"; }}; {line}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("DRAPE_DEBUG");
        start.Environment["DRAPE_MODELS"] = "";
        using var process = new DrapeProcess(Process.Start(start)!);
        return await process.EndAsync();
    }

    /// <summary>Starts <c>drape</c> and waits for its end.</summary>
    public static async Task<Finished> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        return await process.EndAsync();
    }

    public Stream Input => _process.StandardInput.BaseStream;

    public bool HasEnded => _process.HasExited;

    /// <summary>What Ctrl-C sends.</summary>
    public void Interrupt()
    {
        using var kill = Process.Start("kill", [StopSignalName(), _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Ends it at whatever it is (SIGKILL, where there are signals).</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public async Task<Finished> EndAsync(TimeSpan? patience = null)
    {
        _process.StandardInput.Close();
        using var clock = new CancellationTokenSource(patience ?? Patience);
        await _process.WaitForExitAsync(clock.Token);
        return new Finished(_process.ExitCode, await _out, await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    /// <summary>Ctrl-C's signal, or SIGTERM where whoever started the tests has SIGINT ignored: children inherit that.</summary>
    static string StopSignalName()
    {
        const int interrupt = 1 << 1; // bit of signal 2
        string? ignored = File.Exists("/proc/self/status")
            ? File.ReadLines("/proc/self/status").FirstOrDefault(l => l.StartsWith("SigIgn:", StringComparison.Ordinal)) : null;
        return ignored is not null && (Convert.ToInt64(ignored["SigIgn:".Length..].Trim(), 16) & interrupt) != 0
            ? "-TERM" : "-INT";
    }
}
