using System.Data.Common;
using Drape.Store.Words;

namespace Drape.Store.Databases;

/// <summary>What the two databases say differently; everything else is one SQL.</summary>
abstract class Dialect
{
    /// <summary>As it stands in the names of migrations.</summary>
    public abstract string Name { get; }

    /// <summary>What stands for the words in braces in migrations.</summary>
    public abstract IReadOnlyDictionary<string, string> Types { get; }

    /// <summary>A query: is there a table of the name <c>@table</c>?</summary>
    public abstract string HasTable { get; }

    /// <summary>A statement that keeps other processes from migrating until the transaction ends.</summary>
    public abstract string LockSchema { get; }

    /// <summary>A statement that answers with the number under which this transaction's changes are found.</summary>
    public abstract string NextChange { get; }

    /// <summary>A query for a mark: what this moment has seen of all changes.</summary>
    public abstract string Mark { get; }

    /// <summary>Follows a select whose rows are to be taken by this transaction alone, passing over taken ones.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>Follows a select whose rows nobody else may change or delete until the transaction ends.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>Follows a select whose rows nobody may delete until the transaction ends.</summary>
    public abstract string ForKeyShare { get; }

    /// <summary>A statement that keeps others from ordering and changing jobs until the transaction ends.</summary>
    public abstract string LockJobs { get; }

    /// <summary>A query for the bytes that the database takes.</summary>
    public abstract string Size { get; }

    /// <summary>The column of product_words that has the product's id.</summary>
    public abstract string WordsKey { get; }

    /// <summary>A condition: the column has one of a list's values.</summary>
    /// <param name="column">The column.</param>
    /// <param name="list">The parameter, as <c>@keys</c>, whose value <see cref="List"/> made.</param>
    public abstract string In(string column, string list);

    /// <summary>Numbers or texts as the one parameter that <see cref="In"/> looks into.</summary>
    public abstract object List<T>(IReadOnlyCollection<T> values);

    /// <summary>A condition: the change is none that a mark has seen.</summary>
    /// <param name="column">The column with the change's number.</param>
    /// <param name="mark">The parameter with the mark's text.</param>
    public abstract string Since(string column, string mark);

    /// <summary>
    /// A condition: the row of product_words matches the parameter <c>@query</c>, which <see cref="Query"/> made.
    /// </summary>
    public abstract string Matches { get; }

    /// <summary>Words as the full-text search wants them asked: all of them, and one of the catalogs' terms.</summary>
    /// <param name="words">The words.</param>
    /// <param name="catalogs">The catalogs' terms; null for all catalogs.</param>
    public abstract string Query(IReadOnlyList<AskedWord> words, IReadOnlyCollection<string>? catalogs);

    /// <summary>Inserts words of products that have none.</summary>
    public abstract Task InsertWordsAsync(
        DbConnection connection, IReadOnlyList<ProductWords> words, CancellationToken cancellation);

    /// <summary>Reads the rows that a reader goes through.</summary>
    public abstract ColumnReader Columns(DbDataReader reader);

    /// <summary>Inserts many rows in few steps.</summary>
    /// <param name="connection">A connection with a transaction.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="rows">The rows; no two with the same key.</param>
    /// <param name="tail">What follows the values: <c>on conflict ... returning ...</c>.</param>
    /// <param name="read">Reads a row that is returned; null where none is.</param>
    /// <param name="cancellation">Stops between steps.</param>
    /// <returns>What was returned, in no order.</returns>
    public abstract Task<IReadOnlyList<TResult>> InsertAsync<TRow, TResult>(
        DbConnection connection, string table, IReadOnlyList<Column<TRow>> columns, IReadOnlyList<TRow> rows, string tail,
        Func<DbDataReader, TResult>? read, CancellationToken cancellation);
}
