using System.Data.Common;
using System.Text.Json;
using Drape.Store.Words;
using Microsoft.Data.Sqlite;

namespace Drape.Store.Databases;

/// <summary>SQLite's.</summary>
sealed class SqliteDialect : Dialect
{
    public override string Name => "sqlite";

    public override IReadOnlyDictionary<string, string> Types { get; } = new Dictionary<string, string>
    {
        ["id"] = "integer primary key autoincrement",
        ["key"] = "integer primary key",
        ["word"] = "text",
        ["money"] = "integer",
        ["time"] = "integer",
        ["flag"] = "integer",
        ["bytes"] = "blob",
    };

    public override string HasTable => "select exists (select 1 from sqlite_master where type = 'table' and name = @table)";

    // A writing transaction is the only one as it is.
    public override string LockSchema => "select 1";

    public override string NextChange => "update change_counter set value = value + 1 returning value";

    public override string Mark => "select cast(value as text) from change_counter";

    public override string SkipLocked => "";

    public override string ForUpdate => "";

    public override string ForKeyShare => "";

    public override string LockJobs => "select 1";

    public override string Size => "select page_count * page_size from pragma_page_count(), pragma_page_size()";

    public override string WordsKey => "rowid";

    public override string In(string column, string list) => $"{column} in (select value from json_each({list}))";

    public override object List<T>(IReadOnlyCollection<T> values) => JsonSerializer.Serialize(values);

    public override string Since(string column, string mark) => $"{column} > cast({mark} as integer)";

    public override string Matches => "product_words match @query";

    public override string Query(IReadOnlyList<AskedWord> words, IReadOnlyCollection<string>? catalogs)
    {
        static string Term(AskedTerm term) => $"\"{term.Text}\"{(term.Prefix ? " *" : "")}";
        var all = words.Select(word =>
        {
            string together = string.Join(" AND ", word.All.Select(Term));
            return word.OrJoined is { } joined ? $"(({together}) OR {Term(joined)})" : $"({together})";
        });
        return string.Join(" AND ", catalogs is null
            ? all : all.Prepend($"({string.Join(" OR ", catalogs.Select(c => Term(new AskedTerm(c, false))))})"));
    }

    public override Task InsertWordsAsync(
        DbConnection connection, IReadOnlyList<ProductWords> words, CancellationToken cancellation) =>
        InsertAsync<ProductWords, bool>(connection, "product_words",
            [
                new Column<ProductWords, long>("rowid", w => w.Id),
                new Column<ProductWords, string>("terms", w => w.Terms),
                new Column<ProductWords, int>("length", w => w.Length),
            ], words, "", null, cancellation);

    public override ColumnReader Columns(DbDataReader reader) => new SqliteColumnReader((SqliteDataReader)reader);

    public override async Task<IReadOnlyList<TResult>> InsertAsync<TRow, TResult>(
        DbConnection connection, string table, IReadOnlyList<Column<TRow>> columns, IReadOnlyList<TRow> rows, string tail,
        Func<DbDataReader, TResult>? read, CancellationToken cancellation)
    {
        var results = new List<TResult>();
        using var command = ((SqliteConnection)connection).CreateCommand();
        command.CommandText = $"insert into {table} ({string.Join(", ", columns.Select(c => c.Name))}) "
            + $"values ({string.Join(", ", columns.Select(c => "@" + c.Name))}) {tail}";
        SqliteParameter[] parameters =
            [.. columns.Select(c => command.Parameters.Add(new SqliteParameter { ParameterName = "@" + c.Name }))];
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int i = 0; i < parameters.Length; i++)
            {
                parameters[i].Value = StoredTypes.ForSqlite(columns[i].Value(row));
            }

            if (read is null)
            {
                await command.ExecuteNonQueryAsync(cancellation);
                continue;
            }

            using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                results.Add(read(reader));
            }
        }

        return results;
    }
}
