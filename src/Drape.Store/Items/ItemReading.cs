using System.Runtime.InteropServices;
using Drape.Similarity;
using Drape.Store.Databases;

namespace Drape.Store.Items;

/// <summary>Gathers the rows of a batch.</summary>
/// <param name="network">The network that made them.</param>
/// <param name="capacity">The most rows.</param>
/// <param name="words">Words met before.</param>
sealed class ItemReading(string network, int capacity, WordPool words)
{
    /// <summary>The columns that <see cref="Add"/> reads.</summary>
    public const string Columns = $"""
        product_id, case when {Current} then embedding end, catalog_id, type, colour, pattern, gender, price, colours, kinds
        """;

    /// <summary>What is true of the items that are wanted; others have no embedding in <see cref="Columns"/>.</summary>
    public const string Current = "network = @network and not retired";

    readonly List<long> _ids = new(capacity);
    readonly List<ItemFacets> _facets = new(capacity);
    Half[] _vectors = [];
    int _values;

    /// <summary>Rows that were offered.</summary>
    public int Rows { get; private set; }

    /// <summary>The number of the last of them.</summary>
    public long Last { get; private set; }

    /// <summary>Takes a row in if it is wanted.</summary>
    public void Add(ColumnReader row)
    {
        Rows++;
        Last = row.Integer(0);
        var embedding = row.Bytes(1);
        if (embedding.IsEmpty)
        {
            return;
        }

        AddVector(embedding);
        _ids.Add(Last);
        _facets.Add(new ItemFacets
        {
            Catalog = (int)row.Integer(2),
            Type = words.Find(row.Text(3)),
            Colour = words.Find(row.Text(4)),
            Pattern = words.Find(row.Text(5)),
            Gender = words.Find(row.Text(6)),
            Price = row.Amount(7),
            Colours = PackedColours.Unpack(row.Bytes(8)),
            Kinds = KindLines.Read(row.Text(9), words) ?? Kinds.Unknown,
        });
    }

    public ItemBatch Finish()
    {
        int values = _ids.Count * _values;
        return new ItemBatch([.. _ids], values == _vectors.Length ? _vectors : _vectors[..values], [.. _facets]);
    }

    void AddVector(ReadOnlySpan<byte> embedding)
    {
        if (_ids.Count == 0)
        {
            _values = embedding.Length / 2;
            _vectors = GC.AllocateUninitializedArray<Half>(capacity * _values);
        }
        else if (embedding.Length != _values * 2)
        {
            throw new StoreException($"The embeddings that {network} made have {_values} values and {embedding.Length / 2}: "
                + "import the catalogs again.");
        }

        embedding.CopyTo(MemoryMarshal.AsBytes(_vectors.AsSpan(_ids.Count * _values, _values)));
    }
}
