using System.Runtime.InteropServices;
using Drape.Store.Databases;
using Drape.Store.Products;

namespace Drape.Store.Items;

/// <summary>What an index needs of a product, on its way into the table.</summary>
/// <param name="Id">The product's number.</param>
/// <param name="Catalog">The catalog's number.</param>
/// <param name="Product">The product.</param>
sealed record ItemWrite(long Id, int Catalog, NewProduct Product)
{
    public static IReadOnlyList<Column<ItemWrite>> Columns(long change) =>
    [
        new Column<ItemWrite, long>("product_id", w => w.Id),
        new Column<ItemWrite, long>("catalog_id", w => w.Catalog),
        new Column<ItemWrite, string?>("type", w => w.Product.Type),
        new Column<ItemWrite, string?>("colour", w => w.Product.Colour),
        new Column<ItemWrite, string?>("pattern", w => w.Product.Pattern),
        new Column<ItemWrite, string?>("gender", w => w.Product.Gender),
        new Column<ItemWrite, decimal?>("price", w => w.Product.Price),
        new Column<ItemWrite, byte[]>("colours", w => PackedColours.Pack(w.Product.Colours)),
        new Column<ItemWrite, string?>("kinds", w => KindLines.Of(w.Product.Kinds)),
        new Column<ItemWrite, bool>("retired", _ => false),
        new Column<ItemWrite, string>("network", w => w.Product.Network),
        new Column<ItemWrite, byte[]>("embedding", w => MemoryMarshal.AsBytes<Half>(w.Product.Embedding).ToArray()),
        new Column<ItemWrite, long>("change", _ => change),
    ];
}
