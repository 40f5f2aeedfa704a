using Drape.Store.Catalogs;
using Drape.Store.Products;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Products;

[OnPostgres]
public sealed class SameWordsTests
{
    static readonly string[] Vocabulary =
    [
        "navy", "shirt", "shirts", "T-shirt", "tshirt", "été", "원피스", "여름원피스", "옷", "men's", "women", "dresses", "42", "ワンピース",
        "oxford", "ox", "셔츠", "size-42",
    ];

    [StoreFact]
    public async Task Both_databases_find_the_same_products_in_the_same_order()
    {
        var random = new Random(20261121);
        NewProduct[] products = [.. Enumerable.Range(0, 400).Select(i => new NewProduct { Key = $"{i:000}", Name = Words(random, 5) })];
        await using var sqlite = new SqliteTestDatabase();
        await using var postgres = new PostgresTestDatabase();
        var (one, other) = (await FillAsync(sqlite, products), await FillAsync(postgres, products));

        int found = 0;
        for (int i = 0; i < 200; i++)
        {
            string words = Words(random, 2);
            var expected = await one.FindAsync(null, words, 30);
            Assert.Equal(expected, await other.FindAsync(null, words, 30));
            found += expected.Count;
        }

        Assert.True(found > 1000);
    }

    static async Task<ProductStore> FillAsync(TestDatabase place, NewProduct[] products)
    {
        var database = await place.OpenAsync();
        var store = new ProductStore(database);
        await store.UpsertAsync((await new CatalogStore(database).CreateAsync("shop")).Id, products);
        return store;
    }

    static string Words(Random random, int most) =>
        string.Join(' ', Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]));
}
