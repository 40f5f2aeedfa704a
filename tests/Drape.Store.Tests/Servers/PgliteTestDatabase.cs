using Dapper;
using Npgsql;

namespace Drape.Store.Tests.Servers;

/// <summary>The database of the test run's PGlite, emptied.</summary>
public sealed class PgliteTestDatabase : TestDatabase
{
    PgliteServer? _server;

    protected override string? Connection => _server!.Connection;

    public override async Task MakeAsync()
    {
        if (_server is null)
        {
            _server = await PgliteServer.StartedAsync();
            await using var connection = new NpgsqlConnection(_server.Connection + ";Pooling=false");
            await connection.ExecuteAsync("drop schema public cascade; create schema public");
        }
    }
}
