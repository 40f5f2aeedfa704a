using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Drape.Store.Databases;

/// <summary>Reads from SQLite's own memory.</summary>
sealed class SqliteColumnReader(SqliteDataReader reader) : ColumnReader
{
    readonly sqlite3_stmt _row = reader.Handle!;

    public override long Integer(int column) => raw.sqlite3_column_int64(_row, column);

    public override ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_row, column);

    // The bytes of a text are its UTF-8, which is what the file is written in.
    public override ReadOnlySpan<byte> Text(int column) => raw.sqlite3_column_blob(_row, column);

    public override decimal? Amount(int column) => raw.sqlite3_column_type(_row, column) == raw.SQLITE_NULL
        ? null : StoredTypes.Amount(raw.sqlite3_column_int64(_row, column));
}
