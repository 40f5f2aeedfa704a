using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Drape.Store.Tests.Servers;

/// <summary>
/// A PostgreSQL of the test run's own, on loopback, in a temporary folder. It ends with the tests, even where they are
/// killed: it lives as long as the pipe to its standard input.
/// </summary>
sealed class PostgresServer
{
    public const string User = "drape";
    public const string Password = "only for tests";

    // It refuses to run as root, so that root's tests start it as the user whom Debian's package makes for it.
    const string Script = """
        set -e
        folder=$(mktemp -d /tmp/drape-postgres-XXXXXX)
        printf '%s' "$3" > "$folder/password"
        "$1/initdb" -D "$folder/data" -U "$2" -A scram-sha-256 --pwfile="$folder/password" -E UTF8 --locale=C.UTF-8 -N >&2
        "$1/postgres" -D "$folder/data" -h 127.0.0.1 -p "$4" -k '' -c fsync=off -c synchronous_commit=off \
            -c full_page_writes=off -c max_connections=60 -c logging_collector=off >&2 < /dev/null &
        server=$!
        echo started
        cat > /dev/null
        kill -INT $server
        wait $server || true
        rm -rf "$folder"
        """;

    static readonly Lazy<PostgresServer> Only = new(() => new PostgresServer());
    readonly Process _process;

    PostgresServer()
    {
        Port = LoopbackPort.Free();
        string[] script = ["bash", "-c", Script, "bash", Binaries, User, Password, Port.ToString(CultureInfo.InvariantCulture)];
        string[] command = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", .. script] : script;
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        _process = Process.Start(start)!;
        var log = new List<string>();
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (log)
            {
                log.Add(line.Data ?? "");
            }
        };
        _process.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
        WaitUntilReady(log);
    }

    /// <summary>The run's server, started by whoever asks first.</summary>
    public static PostgresServer Started => Only.Value;

    /// <summary>Why there can be none; null if there can.</summary>
    public static string? Missing { get; } = File.Exists(Path.Combine(Binaries, "initdb"))
        ? null : $"There is no PostgreSQL in {Binaries}. Install Debian's package postgresql-15, or let POSTGRES_BIN name "
            + "the folder of initdb.";

    public int Port { get; }

    static string Binaries => Environment.GetEnvironmentVariable("POSTGRES_BIN") is { Length: > 0 } own
        ? own : "/usr/lib/postgresql/15/bin";

    public string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Username = User,
        Password = Password,
        Database = database,
        Pooling = database != "postgres",
        MaxPoolSize = 20,
    }.ToString();

    void WaitUntilReady(List<string> log)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
                connection.Open();
                return;
            }
            catch (NpgsqlException) when (clock.Elapsed < TimeSpan.FromSeconds(60) && !_process.HasExited)
            {
                Thread.Sleep(50);
            }
            catch (NpgsqlException e)
            {
                lock (log)
                {
                    throw new InvalidOperationException($"PostgreSQL did not start: {string.Join('\n', log)}", e);
                }
            }
        }
    }

    void Stop()
    {
        NpgsqlConnection.ClearAllPools();
        _process.StandardInput.Close();
        _process.WaitForExit(TimeSpan.FromSeconds(10));
    }
}
