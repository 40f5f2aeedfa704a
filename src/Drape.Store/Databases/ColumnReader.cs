namespace Drape.Store.Databases;

/// <summary>The row a reader stands on, column by column, without an object for each value.</summary>
abstract class ColumnReader
{
    /// <summary>A whole number.</summary>
    public abstract long Integer(int column);

    /// <summary>Bytes, until the next call; empty where there are none.</summary>
    public abstract ReadOnlySpan<byte> Bytes(int column);

    /// <summary>A text in UTF-8, until the next call; empty where there is none.</summary>
    public abstract ReadOnlySpan<byte> Text(int column);

    /// <summary>An amount of money; null where there is none.</summary>
    public abstract decimal? Amount(int column);
}
