using Drape.Colours;
using Drape.Similarity;
using Drape.Store.Catalogs;
using Drape.Store.Near;
using Drape.Store.Products;
using Drape.Store.Tests.Products;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Near;

[OnPglite]
[Collection(PgliteServer.Collection)]
public sealed class PgvectorIndexTests() : StoreTests(new PgliteTestDatabase())
{
    const int Values = 8;

    int _shop;

    ProductStore Products => new(Database);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _shop = (await new CatalogStore(Database).CreateAsync("shop")).Id;
    }

    [StoreFact]
    public async Task The_nearest_product_comes_first_with_its_cosine()
    {
        var index = await OpenAsync();
        await Products.UpsertAsync(_shop, Shop.Products(100));

        var hits = await index.SearchAsync(new IndexQuery { Like = Like("000042"), Limit = 3 });

        Assert.Equal("000042", await KeyAsync(hits[0].Id));
        Assert.Equal(1, hits[0].Score, 0.001f);
        Assert.Equal(hits.OrderByDescending(h => h.Score), hits);
    }

    [StoreFact]
    public async Task What_was_written_before_the_index_was_chosen_is_in_it()
    {
        await Products.UpsertAsync(_shop, Shop.Products(1100));

        var index = await OpenAsync();

        Assert.Equal("000777", await KeyAsync((await index.SearchAsync(new IndexQuery { Like = Like("000777") }))[0].Id));
    }

    [StoreFact]
    public async Task A_filter_that_leaves_one_in_a_hundred_still_gives_as_many_as_asked_for()
    {
        var index = await OpenAsync();
        await Products.UpsertAsync(_shop,
            [.. Enumerable.Range(0, 3000).Select(i => Shop.Product($"{i:0000}", i % 100 == 0 ? "hat" : "shirt"))]);

        var hits = await index.SearchAsync(
            new IndexQuery { Like = Like("any"), Limit = 12, Filter = new IndexFilter { Types = ["hat"] } });

        Assert.Equal(12, hits.Count);
        Assert.All(await Products.GetAsync([.. hits.Select(h => h.Id)]), p => Assert.Equal("hat", p.Type));
    }

    [StoreFact]
    public async Task A_filter_that_leaves_fewer_than_asked_for_gives_all_of_them()
    {
        var index = await OpenAsync();
        await Products.UpsertAsync(_shop, [.. Shop.Products(500), Shop.Product("h1", "hat"), Shop.Product("h2", "hat")]);

        var hits = await index.SearchAsync(
            new IndexQuery { Like = Like("any"), Limit = 12, Filter = new IndexFilter { Types = ["hat"] } });

        Assert.Equal(2, hits.Count);
    }

    [StoreFact]
    public async Task Every_part_of_a_filter_is_applied()
    {
        var index = await OpenAsync();
        int other = (await new CatalogStore(Database).CreateAsync("other")).Id;
        await Products.UpsertAsync(other, [Shop.Product("in another catalog")]);
        await Products.UpsertAsync(_shop,
        [
            Shop.Product("right"),
            Shop.Product("another type", "hat"),
            Shop.Product("another colour") with { Colour = "red" },
            Shop.Product("another pattern") with { Pattern = "striped" },
            Shop.Product("another gender") with { Gender = "Women" },
            Shop.Product("too cheap", price: 39.89m),
            Shop.Product("too dear", price: 40.01m),
            Shop.Product("without price", price: null),
        ]);

        var hits = await index.SearchAsync(new IndexQuery
        {
            Like = Like("any"),
            Filter = new IndexFilter
            {
                Catalogs = [_shop],
                Types = ["shirt"],
                Colours = ["navy"],
                Patterns = ["solid"],
                Genders = ["men"],
                PriceFrom = 39.9m,
                PriceTo = 40m,
            },
        });

        Assert.Equal("right", await KeyAsync(Assert.Single(hits).Id));
    }

    [StoreFact]
    public async Task What_is_for_another_gender_is_left_out_and_what_is_for_nobody_is_not()
    {
        var index = await OpenAsync();
        await Products.UpsertAsync(_shop,
        [
            Shop.Product("of women") with { Gender = "Women" },
            Shop.Product("of men") with { Gender = "Men" },
            Shop.Product("of nobody") with { Gender = null },
        ]);

        var hits = await index.SearchAsync(new IndexQuery { Like = Like("any"), Filter = new IndexFilter { OtherGenders = ["men"] } });

        var found = await Task.WhenAll(hits.Select(hit => KeyAsync(hit.Id)));
        Assert.Equal(["of nobody", "of women"], found.Order(StringComparer.Ordinal));
    }

    [StoreFact]
    public async Task A_retired_a_deleted_and_a_restored_product_are_followed()
    {
        var index = await OpenAsync();
        await Products.UpsertAsync(_shop, Shop.Products(3));

        await Products.RetireAsync(_shop, ["000000", "000001"]);
        await Products.RestoreAsync(_shop, ["000001"]);
        await Products.DeleteAsync(_shop, ["000002"]);

        var hits = await index.SearchAsync(new IndexQuery { Like = Like("any") });
        Assert.Equal("000001", await KeyAsync(Assert.Single(hits).Id));
    }

    [StoreFact]
    public async Task A_changed_product_is_found_as_it_is_now()
    {
        var index = await OpenAsync();
        await Products.UpsertAsync(_shop, Shop.Products(50));

        await Products.UpsertAsync(_shop, [Shop.Product("000007", "hat") with { Embedding = Shop.Embedding("new", Values) }]);

        var first = (await index.SearchAsync(
            new IndexQuery { Like = Like("new"), Filter = new IndexFilter { Types = ["hat"] } }))[0];
        Assert.Equal("000007", await KeyAsync(first.Id));
        Assert.Equal(1, first.Score, 0.001f);
    }

    [StoreFact]
    public async Task The_product_itself_is_no_look_alike()
    {
        var index = await OpenAsync();
        var ids = (await Products.UpsertAsync(_shop, Shop.Products(20))).Select(u => u.Id).ToArray();

        var hits = await index.SearchAsync(new IndexQuery { Like = Like("000003"), Except = ids[3], Limit = 20 });

        Assert.Equal(ids.Where(id => id != ids[3]), hits.Select(h => h.Id).Order());
    }

    [StoreFact]
    public async Task Words_and_likeness_together_score_their_mean()
    {
        var index = await OpenAsync();
        var ids = (await Products.UpsertAsync(_shop, Shop.Products(20))).Select(u => u.Id).ToArray();

        var hits = await index.SearchAsync(new IndexQuery
        {
            Like = Like("000003"),
            Among = new Dictionary<long, float> { [ids[3]] = 0.5f, [ids[4]] = 0.1f },
        });

        Assert.Equal([ids[3], ids[4]], hits.Select(h => h.Id));
        Assert.Equal(0.75f, hits[0].Score, 0.001f);
    }

    [StoreFact]
    public async Task Words_alone_keep_their_order()
    {
        var index = await OpenAsync();
        var ids = (await Products.UpsertAsync(_shop, Shop.Products(20))).Select(u => u.Id).ToArray();

        var hits = await index.SearchAsync(
            new IndexQuery { Among = new Dictionary<long, float> { [ids[3]] = 0.6f, [ids[9]] = 0.9f, [ids[4]] = 0.7f } });

        Assert.Equal([ids[9], ids[4], ids[3]], hits.Select(h => h.Id));
    }

    [StoreFact]
    public async Task A_colour_chooses_among_what_is_alike()
    {
        var index = await OpenAsync();
        var red = new NamedColour("red", "#c02020", 1, "red");
        var navy = new NamedColour("navy", "#1f2a4d", 1, "navy");
        var same = Shop.Embedding("same", Values);
        await Products.UpsertAsync(_shop,
        [
            Shop.Product("a") with { Embedding = same, Colours = [navy] },
            Shop.Product("b") with { Embedding = same, Colours = [red] },
        ]);

        var hits = await index.SearchAsync(
            new IndexQuery { Like = Like("same"), Colour = OkLab.FromHex("#c02020"), Limit = 1 });

        Assert.Equal("b", await KeyAsync(hits[0].Id));
    }

    [StoreFact]
    public async Task A_colour_alone_is_a_sentence()
    {
        var index = await OpenAsync();

        var refused = await Assert.ThrowsAsync<StoreException>(() =>
            index.SearchAsync(new IndexQuery { Colour = OkLab.FromHex("#c02020") }));

        Assert.StartsWith("The index pgvector finds by likeness, words and filters", refused.Message, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Diverse_results_pass_over_what_looks_the_same()
    {
        var index = await OpenAsync();
        var same = Shop.Embedding("same", Values);
        await Products.UpsertAsync(_shop,
        [
            .. Shop.Products(30),
            .. Enumerable.Range(0, 20).Select(i => Shop.Product($"same {i}") with { Embedding = same }),
        ]);

        var hits = await index.SearchAsync(new IndexQuery { Like = Like("same"), Limit = 5, Diversity = 0.3f });

        var keys = (await Products.GetAsync([.. hits.Select(h => h.Id)])).Select(p => p.Key).ToArray();
        Assert.Equal(5, keys.Length);
        Assert.Single(keys, k => k.StartsWith("same", StringComparison.Ordinal));
    }

    [StoreFact]
    public async Task Another_networks_embeddings_may_be_longer_and_are_left_out()
    {
        var index = await OpenAsync();
        await Products.UpsertAsync(
            _shop, [Shop.Product("a"), Shop.Product("b", values: 16) with { Network = "it's another@1" }]);
        var other = await PgvectorIndex.OpenAsync(Database, "it's another@1", 16);

        Assert.Equal("a", await KeyAsync(Assert.Single(await index.SearchAsync(new IndexQuery { Like = Like("b") })).Id));
        var like = new IndexQuery { Like = Embedding.Of([.. Shop.Embedding("b", 16).Select(v => (float)v)]) };
        Assert.Equal("b", await KeyAsync(Assert.Single(await other.SearchAsync(like)).Id));
    }

    [StoreFact]
    public async Task Of_what_is_alike_those_of_the_same_kind_come_first()
    {
        var index = await OpenAsync();
        var same = Shop.Embedding("same", Values);
        await Products.UpsertAsync(_shop,
        [
            .. Enumerable.Range(0, 30).Select(i =>
                Shop.Product($"other {i}") with { Embedding = same, Kinds = Kinds.Of([new("Kurtas", 1)]) }),
            Shop.Product("own") with { Embedding = same, Kinds = Kinds.Of([new("Shirts", 1)]) },
        ]);

        var hits = await index.SearchAsync(
            new IndexQuery { Like = Like("same"), Kinds = Kinds.Of([new("Shirts", 1)]), Limit = 2 });

        Assert.Equal("own", await KeyAsync(hits[0].Id));
        Assert.Equal([1, 0.4f], hits.Select(h => h.Score), (one, other) => Math.Abs(one - other) < 0.001);
    }

    [StoreFact]
    public async Task An_index_that_is_dropped_is_made_again_when_it_is_opened()
    {
        var index = await OpenAsync();
        await Products.UpsertAsync(_shop, Shop.Products(20));

        await index.DropAsync();
        Assert.Empty(await HnswAsync());
        index = await OpenAsync();

        Assert.Single(await HnswAsync());
        Assert.Equal("000003", await KeyAsync((await index.SearchAsync(new IndexQuery { Like = Like("000003") }))[0].Id));
    }

    [StoreFact]
    public async Task The_search_walks_hnsw()
    {
        await OpenAsync();
        await Products.UpsertAsync(_shop, Shop.Products(3000));

        var plan = await Database.ReadAsync(async (connection, _) =>
        {
            await Dapper.SqlMapper.ExecuteAsync(connection, "analyze near");
            return await Dapper.SqlMapper.QueryAsync<string>(connection, $"""
                explain select product_id from near where network = '{Shop.Network}' and not retired
                order by ((embedding::halfvec({Values})) <=> '[1,2,3,4,5,6,7,8]'::halfvec({Values})) limit 12
                """);
        });

        Assert.Contains(plan, line => line.Contains("Index Scan using near_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_sqlite_it_is_a_sentence()
    {
        await using var sqlite = new SqliteTestDatabase();
        var database = await sqlite.OpenAsync();

        var refused = await Assert.ThrowsAsync<StoreException>(() => PgvectorIndex.OpenAsync(database, Shop.Network, Values));

        Assert.Equal("Index:Kind pgvector needs PostgreSQL: give its connection string, or choose memory.", refused.Message);
    }

    Task<IEnumerable<string>> HnswAsync() => Database.ReadAsync((connection, _) => Dapper.SqlMapper.QueryAsync<string>(
        connection, "select indexname from pg_indexes where indexdef like '%hnsw%'"));

    Task<PgvectorIndex> OpenAsync() => PgvectorIndex.OpenAsync(Database, Shop.Network, Values);

    async Task<string> KeyAsync(long id) => (await Products.GetAsync([id]))[0].Key;

    static Embedding Like(string of) => Embedding.Of([.. Shop.Embedding(of, Values).Select(v => (float)v)]);
}
