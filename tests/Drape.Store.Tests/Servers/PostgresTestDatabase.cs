using Dapper;
using Npgsql;

namespace Drape.Store.Tests.Servers;

/// <summary>A database of the test run's PostgreSQL.</summary>
public sealed class PostgresTestDatabase : TestDatabase
{
    readonly string _name = $"drape_{Guid.NewGuid():N}";
    bool _made;

    protected override string? Connection => PostgresServer.Started.ConnectionTo(_name);

    public override async Task MakeAsync()
    {
        if (!_made)
        {
            await using var connection = new NpgsqlConnection(PostgresServer.Started.ConnectionTo("postgres"));
            await connection.ExecuteAsync($"create database {_name}");
            _made = true;
        }
    }

    protected override async Task DropAsync()
    {
        if (_made)
        {
            await using var connection = new NpgsqlConnection(PostgresServer.Started.ConnectionTo("postgres"));
            await connection.ExecuteAsync($"drop database {_name} with (force)");
        }
    }
}
