using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Drape.Store.Databases;

/// <summary>
/// How values are kept that the two databases do not both have. SQLite knows no times and no exact fractions: a time is
/// there a count of microseconds since 1970, an amount of money a count of ten-thousandths.
/// </summary>
static class StoredTypes
{
    const decimal AmountUnit = 10_000;
    static readonly Lazy<bool> Registered = new(() =>
    {
        // What Dapper has for these types would go before the handlers.
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(decimal));
        SqlMapper.AddTypeHandler(new TimeHandler());
        SqlMapper.AddTypeHandler(new AmountHandler());
        return true;
    });

    /// <summary>Lets Dapper know them.</summary>
    public static void Register() => _ = Registered.Value;

    /// <summary>Cuts off what neither database keeps.</summary>
    public static DateTimeOffset Microseconds(DateTimeOffset time) =>
        new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    /// <summary>A value as SQLite keeps it.</summary>
    public static object ForSqlite(object? value) => value switch
    {
        null => DBNull.Value,
        decimal amount => (long)(amount * AmountUnit),
        DateTimeOffset time => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
        _ => value,
    };

    /// <summary>An amount of money as SQLite keeps it.</summary>
    public static decimal Amount(long units) => units / AmountUnit;

    /// <summary>An amount of money as PostgreSQL keeps it, without zeros at its end, as from SQLite.</summary>
    public static decimal Amount(decimal amount) => amount / 1.0000000000000000000000000000m;

    static DateTimeOffset Time(object value) => value switch
    {
        long microseconds => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond),
        DateTime time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
        DateTimeOffset time => time.ToUniversalTime(),
        _ => throw new InvalidCastException($"{value.GetType()} is no time."),
    };

    static void Set(IDbDataParameter parameter, object value)
    {
        if (parameter is SqliteParameter)
        {
            parameter.DbType = DbType.Int64;
            parameter.Value = ForSqlite(value);
        }
        else
        {
            parameter.Value = value is DateTimeOffset time ? time.ToUniversalTime() : value;
        }
    }

    sealed class TimeHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => Set(parameter, value);

        public override DateTimeOffset Parse(object value) => Time(value);
    }

    sealed class AmountHandler : SqlMapper.TypeHandler<decimal>
    {
        public override void SetValue(IDbDataParameter parameter, decimal value) => Set(parameter, value);

        public override decimal Parse(object value) => value switch
        {
            long units => Amount(units),
            decimal amount => Amount(amount),
            _ => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        };
    }
}
