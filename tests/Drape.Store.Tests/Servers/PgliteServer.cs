using System.Diagnostics;
using System.Globalization;

namespace Drape.Store.Tests.Servers;

/// <summary>
/// PGlite: PostgreSQL with pgvector as one process of Node, on loopback. It has one database and takes one transaction at a
/// time, so that classes with the collection's name take turns. It lives as long as the pipe to its standard input.
/// </summary>
sealed class PgliteServer
{
    /// <summary>The collection of the classes that use it.</summary>
    public const string Collection = "PGlite";

    static readonly Lazy<Task<PgliteServer>> Only = new(StartAsync);
    readonly Process _process;

    PgliteServer(Process process, int port)
    {
        (_process, Port) = (process, port);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
    }

    /// <summary>The run's server, started by whoever asks first.</summary>
    public static Task<PgliteServer> StartedAsync() => Only.Value;

    /// <summary>Why there can be none; null if there can.</summary>
    public static string? Missing { get; } = Finds("node") && Finds("npm") ? null
        : "There is no Node.js with npm. Install version 20 or newer; PGlite, a PostgreSQL with pgvector, runs on it.";

    public int Port { get; }

    /// <summary>Its only database; one connection, because a second transaction beside an open one waits for ever.</summary>
    public string Connection => string.Create(CultureInfo.InvariantCulture,
        $"Host=127.0.0.1;Port={Port};Username=postgres;Password=postgres;Database=postgres;Maximum Pool Size=1");

    static async Task<PgliteServer> StartAsync()
    {
        string folder = Install();
        int port = LoopbackPort.Free();
        var process = Process.Start(new ProcessStartInfo("node", ["server.mjs", port.ToString(CultureInfo.InvariantCulture)])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        return await process.StandardOutput.ReadLineAsync() == "ready" ? new PgliteServer(process, port)
            : throw new InvalidOperationException("PGlite did not start; its own words are above.");
    }

    void Stop()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    // Its packages are fetched once, when the lock file is newer than what npm last put there.
    static string Install()
    {
        string folder = Path.Combine(Root(), "tests", "Drape.Store.Tests", "pglite");
        using var alone = Turn(folder);
        var there = new FileInfo(Path.Combine(folder, "node_modules", ".package-lock.json"));
        if (there.Exists && there.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json")))
        {
            return folder;
        }

        using var npm = Process.Start(new ProcessStartInfo(
            "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]) { WorkingDirectory = folder })!;
        npm.WaitForExit();
        return npm.ExitCode == 0 ? folder : throw new InvalidOperationException($"npm ci in {folder} failed.");
    }

    // Two test projects that run at the same time install one after the other.
    static FileStream Turn(string folder)
    {
        for (var clock = Stopwatch.StartNew(); ;)
        {
            try
            {
                return new FileStream(Path.Combine(Path.GetTempPath(),
                    string.Create(CultureInfo.InvariantCulture, $"drape-pglite-{folder.Sum(letter => letter)}.lock")),
                    FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (clock.Elapsed < TimeSpan.FromMinutes(5))
            {
                Thread.Sleep(100);
            }
        }
    }

    static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Drape.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Drape.slnx is in no folder above the tests.");
        }

        return folder.FullName;
    }

    static bool Finds(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));
}
