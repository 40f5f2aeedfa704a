using System.Data.Common;
using System.Runtime.InteropServices;
using Drape.Similarity;
using Drape.Store.Databases;

namespace Drape.Store.Items;

/// <summary>Gathers the rows of a batch.</summary>
/// <param name="network">The network that made them.</param>
/// <param name="capacity">The most rows.</param>
sealed class ItemReading(string network, int capacity)
{
    /// <summary>The columns that <see cref="Add"/> reads.</summary>
    public const string Columns = "product_id, embedding, catalog_id, type, colour, pattern, gender, price, colours";

    readonly List<long> _ids = [];
    readonly List<ItemFacets> _facets = [];
    readonly Dictionary<string, string> _words = []; // there are few, and each is held once
    Half[] _vectors = [];
    byte[] _buffer = [];
    int _values;

    public void Add(DbDataReader row)
    {
        AddVector(row);
        _ids.Add(row.GetInt64(0));
        _facets.Add(new ItemFacets
        {
            Catalog = row.GetInt32(2),
            Type = Word(row, 3),
            Colour = Word(row, 4),
            Pattern = Word(row, 5),
            Gender = Word(row, 6),
            Price = row.IsDBNull(7) ? null : StoredTypes.Amount(row.GetValue(7)),
            Colours = PackedColours.Unpack(row.GetFieldValue<byte[]>(8)),
        });
    }

    public ItemBatch Finish() => new([.. _ids], _vectors[..(_ids.Count * _values)], [.. _facets]);

    void AddVector(DbDataReader row)
    {
        int bytes = (int)row.GetBytes(1, 0, null, 0, 0);
        if (_ids.Count == 0)
        {
            _values = bytes / 2;
            _vectors = new Half[capacity * _values];
            _buffer = new byte[bytes];
        }
        else if (bytes != _buffer.Length)
        {
            throw new StoreException($"The embeddings that {network} made have {_values} values and {bytes / 2} values: "
                + "import the catalogs again.");
        }

        row.GetBytes(1, 0, _buffer, 0, bytes);
        _buffer.CopyTo(MemoryMarshal.AsBytes(_vectors.AsSpan(_ids.Count * _values, _values)));
    }

    string? Word(DbDataReader row, int column)
    {
        if (row.IsDBNull(column))
        {
            return null;
        }

        string read = row.GetString(column);
        if (!_words.TryGetValue(read, out string? word))
        {
            _words.Add(read, word = read);
        }

        return word;
    }
}
