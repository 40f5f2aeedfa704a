using Drape.Store.Near;
using Drape.Store.Tests.Products;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Near;

[OnPostgres]
public sealed class MissingPgvectorTests() : StoreTests(new PostgresTestDatabase())
{
    [StoreFact]
    public async Task Without_the_extension_it_is_a_sentence()
    {
        var refused = await Assert.ThrowsAsync<StoreException>(() => PgvectorIndex.OpenAsync(Database, Shop.Network, 8));

        Assert.Contains("install it on the server and let an administrator run 'create extension vector'", refused.Message,
            StringComparison.Ordinal);
    }
}
