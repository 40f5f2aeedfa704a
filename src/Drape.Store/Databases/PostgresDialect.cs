using System.Data.Common;
using Drape.Store.Words;
using Npgsql;

namespace Drape.Store.Databases;

/// <summary>PostgreSQL's.</summary>
sealed class PostgresDialect : Dialect
{
    public override string Name => "postgres";

    public override IReadOnlyDictionary<string, string> Types { get; } = new Dictionary<string, string>
    {
        ["id"] = "bigint generated always as identity primary key",
        ["key"] = "bigint primary key",
        // Ordered by its bytes, as in SQLite, whatever language the database was made for.
        ["word"] = "text collate \"C\"",
        ["money"] = "numeric(16, 4)",
        ["time"] = "timestamptz",
        ["flag"] = "boolean",
        ["bytes"] = "bytea",
    };

    public override string HasTable => "select to_regclass(@table) is not null";

    public override string LockSchema => "select pg_advisory_xact_lock(7237951124)";

    public override string NextChange => "select pg_current_xact_id()::text::bigint";

    public override string Mark => "select pg_current_snapshot()::text";

    public override string SkipLocked => "for update skip locked";

    public override string ForUpdate => "for update";

    public override string ForKeyShare => "for key share";

    public override string LockJobs => "lock table job in share row exclusive mode";

    public override string Size => "select pg_database_size(current_database())";

    public override string WordsKey => "product_id";

    public override string In(string column, string list) => $"{column} = any({list})";

    public override object List<T>(IReadOnlyCollection<T> values) => values.ToArray();

    // Transactions commit in another order than they begin in, so a number alone would pass over the late ones. Those that
    // the mark's snapshot saw are done with; the last condition keeps out numbers of another server, left by a restored dump.
    public override string Since(string column, string mark) => $"""
        {column} >= pg_snapshot_xmin({mark}::pg_snapshot)::text::bigint
        and not pg_visible_in_snapshot({column}::text::xid8, {mark}::pg_snapshot)
        and {column} < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
        """;

    public override string Matches => "terms @@ @query::tsquery";

    public override string Query(IReadOnlyList<AskedWord> words, IReadOnlyCollection<string>? catalogs)
    {
        static string Term(AskedTerm term) => $"'{term.Text}'{(term.Prefix ? ":*" : "")}";
        var all = words.Select(word =>
        {
            string together = string.Join(" & ", word.All.Select(Term));
            return word.OrJoined is { } joined ? $"(({together}) | {Term(joined)})" : $"({together})";
        });
        return string.Join(" & ", catalogs is null
            ? all : all.Prepend($"({string.Join(" | ", catalogs.Select(c => Term(new AskedTerm(c, false))))})"));
    }

    public override async Task InsertWordsAsync(
        DbConnection connection, IReadOnlyList<ProductWords> words, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("""
            insert into product_words (product_id, terms, length)
            select id, array_to_tsvector(string_to_array(terms, ' ')), length
            from unnest(@ids, @terms, @lengths) as word (id, terms, length)
            """, (NpgsqlConnection)connection);
        command.Parameters.AddWithValue("ids", words.Select(w => w.Id).ToArray());
        command.Parameters.AddWithValue("terms", words.Select(w => w.Terms).ToArray());
        command.Parameters.AddWithValue("lengths", words.Select(w => w.Length).ToArray());
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public override ColumnReader Columns(DbDataReader reader) => new PostgresColumnReader((NpgsqlDataReader)reader);

    public override async Task<IReadOnlyList<TResult>> InsertAsync<TRow, TResult>(
        DbConnection connection, string table, IReadOnlyList<Column<TRow>> columns, IReadOnlyList<TRow> rows, string tail,
        Func<DbDataReader, TResult>? read, CancellationToken cancellation)
    {
        var results = new List<TResult>();
        if (rows.Count == 0)
        {
            return results;
        }

        string names = string.Join(", ", columns.Select(c => c.Name));
        string values = string.Join(", ", columns.Select(c => "@" + c.Name));
        using var command = new NpgsqlCommand(
            $"insert into {table} ({names}) select * from unnest({values}) {tail}", (NpgsqlConnection)connection);
        foreach (var column in columns)
        {
            command.Parameters.AddWithValue(column.Name, column.Values(rows));
        }

        using var reader = await command.ExecuteReaderAsync(cancellation);
        while (read is not null && await reader.ReadAsync(cancellation))
        {
            results.Add(read(reader));
        }

        return results;
    }
}
