using System.Text;
using Npgsql;

namespace Drape.Store.Databases;

/// <summary>Reads what PostgreSQL sent.</summary>
sealed class PostgresColumnReader(NpgsqlDataReader reader) : ColumnReader
{
    public override long Integer(int column) => reader.GetInt64(column);

    public override ReadOnlySpan<byte> Bytes(int column) =>
        reader.IsDBNull(column) ? default : reader.GetFieldValue<byte[]>(column);

    public override ReadOnlySpan<byte> Text(int column) =>
        reader.IsDBNull(column) ? default : Encoding.UTF8.GetBytes(reader.GetString(column));

    public override decimal? Amount(int column) =>
        reader.IsDBNull(column) ? null : StoredTypes.Amount(reader.GetDecimal(column));
}
