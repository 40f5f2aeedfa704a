using Drape.Colours;
using Drape.Server.Catalogs.Search;
using Drape.Similarity;
using Drape.Store;
using Drape.Store.Blobs;
using Drape.Store.Catalogs;
using Drape.Store.Products;

namespace Drape.Server.Tests.Catalogs;

/// <summary>What a search answers, on products whose looks are chosen by hand.</summary>
public sealed class CatalogSearchTests : IAsyncLifetime, IDisposable
{
    const string Network = "reader@test";

    readonly string _home = Directory.CreateTempSubdirectory("drape-search-").FullName;
    DrapeStore _store = null!;
    MemoryIndex _index = null!;
    Catalog _shop = null!;

    public async Task InitializeAsync()
    {
        _store = await DrapeStore.OpenAsync(new StoreSettings { Home = _home }, new BlobSettings());
        _shop = await _store.Catalogs.CreateAsync("shop");
        _index = new MemoryIndex(_store.Items, Network);
        await _index.FillAsync(CancellationToken.None);
        await PutAsync(
            Product("shirt-1", "shirt", "navy", "#1f2a4d", [1, 0, 0], "Oxford shirt"),
            Product("shirt-2", "shirt", "white", "#f4f4f2", [0.6f, 0.8f, 0], "Linen shirt"),
            Product("dress-1", "dress", "navy", "#22304f", [0.99f, 0.14f, 0], "Evening dress"),
            Product("coat-1", "coat", "red", "#b01e22", [0, 0, 1], "Winter coat"));
    }

    public void Dispose() => _index.Dispose();

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }

    [Fact]
    public async Task The_most_alike_comes_first_and_another_kind_is_pushed_back()
    {
        var answer = await SearchAsync(new SearchRequest { Photo = Photo("shirt", [1, 0, 0]) });

        Assert.Equal("shirt-1", answer.Results[0].Product);
        Assert.Equal(1, answer.Results[0].Score, 2);
        var dress = Assert.Single(answer.Results, r => r.Product == "dress-1");
        Assert.Equal(0.4, dress.Score, 2);
        Assert.Equal(answer.Results.OrderByDescending(r => r.Score), answer.Results);
    }

    [Fact]
    public async Task A_product_counts_for_more_the_more_probable_it_is_of_the_same_kind()
    {
        var unsure = Kinds.Of([new("Shirts", 0.5f), new("Kurtas", 0.5f)]);
        await PutAsync(Product("shirt-3", "shirt", "navy", "#1f2a4d", [1, 0, 0], "Odd shirt") with { Kinds = unsure },
            Product("shirt-4", "shirt", "navy", "#1f2a4d", [1, 0, 0], "Old shirt") with { Kinds = null });

        var answer = await SearchAsync(new SearchRequest { Photo = Photo("shirt", [1, 0, 0]) });

        var scores = answer.Results.ToDictionary(r => r.Product, r => r.Score);
        Assert.Equal([1, 0.7, 0.7, 0.4], new[] { "shirt-1", "shirt-3", "shirt-4", "dress-1" }.Select(p => scores[p]), Near);
    }

    [Fact]
    public async Task What_an_unsure_product_may_be_is_asked_for_too()
    {
        var unsure = Kinds.Of([new("Shirts", 0.6f), new("Kurtas", 0.4f)]);
        await PutAsync(Product("odd", "shirt", "navy", "#1f2a4d", [1, 0, 0], "Odd shirt") with { Kinds = unsure },
            Product("kurta", "shirt", "navy", "#1f2a4d", [1, 0, 0], "Kurta") with { Kinds = Kinds.Of([new("Kurtas", 1)]) });

        var answer = await SearchAsync(new SearchRequest { Like = "odd" });

        Assert.Equal(["shirt-1", "kurta"], answer.Results.Take(2).Select(r => r.Product));
    }

    [Fact]
    public async Task Kinds_weigh_where_results_should_differ_too()
    {
        var answer = await SearchAsync(new SearchRequest { Photo = Photo("shirt", [1, 0, 0]), Diversity = 0.1 });

        Assert.Equal(["shirt-1", "shirt-2"], answer.Results.Take(2).Select(r => r.Product));
    }

    [Fact]
    public async Task Where_a_type_is_named_the_photos_kind_does_not_matter()
    {
        var filter = new ProductFilter { Type = "dress" };

        var answer = await SearchAsync(new SearchRequest { Photo = Photo("shirt", [0.99f, 0.14f, 0]), Filter = filter });

        Assert.Equal(1, Assert.Single(answer.Results).Score, 2);
    }

    [Fact]
    public async Task Only_the_same_kind_is_answered_where_that_is_asked()
    {
        var answer = await SearchAsync(new SearchRequest { Photo = Photo("shirt", [1, 0, 0]), SameKindOnly = true });

        Assert.Equal(["shirt-1", "shirt-2"], answer.Results.Select(r => r.Product));
    }

    [Fact]
    public async Task An_unclear_garment_is_compared_with_every_kind()
    {
        var answer = await SearchAsync(new SearchRequest { Photo = Photo("unclear", [0.99f, 0.14f, 0]) });

        Assert.Equal("dress-1", answer.Results[0].Product);
    }

    [Fact]
    public async Task A_product_is_not_similar_to_itself()
    {
        var answer = await SearchAsync(new SearchRequest { Like = "shirt-1" });

        Assert.DoesNotContain(answer.Results, r => r.Product == "shirt-1");
        Assert.Equal("shirt", answer.Query.Type);
    }

    [Fact]
    public async Task With_a_photo_and_a_product_what_lies_between_both_comes_first()
    {
        await PutAsync(Product("between", "shirt", "navy", "#1f2a4d", [0.9f, 0.43f, 0], "Flannel shirt"));

        var answer = await SearchAsync(new SearchRequest { Photo = Photo("shirt", [1, 0, 0]), Like = "shirt-2" });

        Assert.Equal(["between", "shirt-1"], answer.Results.Take(2).Select(r => r.Product));
        Assert.DoesNotContain(answer.Results, r => r.Product == "shirt-2");
    }

    [Theory]
    [InlineData("oxford", "shirt-1")]
    [InlineData("white shirts", "shirt-2")]
    [InlineData("코트", "coat-1")]
    [InlineData("남색 원피스", "dress-1")]
    public async Task Words_of_both_languages_find_it(string words, string product)
    {
        var answer = await SearchAsync(new SearchRequest { Words = words });

        Assert.Equal([product], answer.Results.Select(r => r.Product));
    }

    [Theory]
    [InlineData(12, 0, null, 0)]
    [InlineData(5, 0, "navy", 0)]
    [InlineData(12, 0.5, null, 0)]
    [InlineData(12, 0, null, 0.6)]
    public async Task Words_alone_find_the_same_without_an_index(int limit, double diversity, string? colour, double minScore)
    {
        // More than are looked at in one go, and those that pass the filter among the last.
        await PutAsync([.. Enumerable.Range(0, 2500).Select(i => Product($"more-{i:0000}", "shirt", i < 2400 ? "white" : "navy",
            "#f4f4f2", [1, i % 50, i % 7], i % 3 == 0 ? "Shirt" : "A shirt of cotton"))]);
        var request = new SearchRequest
        {
            Catalogs = ["shop"], Words = "shirt", Limit = limit, Diversity = diversity, MinScore = minScore,
            Filter = ProductFilter.None with { Colour = colour },
        };

        var without = await new CatalogSearch(_store.Catalogs, _store.Products, new WordFinder(_store.Items, Network))
            .SearchAsync(request, CancellationToken.None);

        Assert.Equal(limit, without.Results.Count);
        Assert.Equal((await SearchAsync(request)).Results, without.Results);
    }

    [Fact]
    public async Task Words_narrow_what_a_look_ranks()
    {
        var answer = await SearchAsync(new SearchRequest { Photo = Photo("shirt", [1, 0, 0]), Words = "linen" });

        Assert.Equal(["shirt-2"], answer.Results.Select(r => r.Product));
    }

    [Fact]
    public async Task A_colour_finds_what_has_it()
    {
        var answer = await SearchAsync(new SearchRequest { Colour = OkLab.FromHex("#b21d20"), Limit = 1 });

        Assert.Equal("coat-1", answer.Results[0].Product);
    }

    [Fact]
    public async Task A_retired_product_is_not_found_and_a_restored_one_is()
    {
        await _store.Products.RetireAsync(_shop.Id, ["shirt-1"]);
        await _index.RefreshAsync(CancellationToken.None);
        Assert.DoesNotContain((await SearchAsync(new SearchRequest { Words = "shirt" })).Results, r => r.Product == "shirt-1");

        await _store.Products.RestoreAsync(_shop.Id, ["shirt-1"]);
        await _index.RefreshAsync(CancellationToken.None);
        Assert.Contains((await SearchAsync(new SearchRequest { Words = "shirt" })).Results, r => r.Product == "shirt-1");
    }

    [Fact]
    public async Task Another_catalogs_products_stay_in_it()
    {
        var other = await _store.Catalogs.CreateAsync("other");
        await _store.Products.UpsertAsync(other.Id, [Product("shirt-9", "shirt", "navy", "#1f2a4d", [1, 0, 0], "Shirt")]);
        await _index.RefreshAsync(CancellationToken.None);

        var answer = await SearchAsync(new SearchRequest { Photo = Photo("shirt", [1, 0, 0]) });

        Assert.All(answer.Results, r => Assert.Equal("shop", r.Catalog));
    }

    [Theory]
    [InlineData("nowhere", null, "There is no catalog 'nowhere'. There is shop.")]
    [InlineData("shop", "nothing", "The catalog shop has no product 'nothing'.")]
    public async Task What_is_not_there_is_named(string catalog, string? like, string sentence)
    {
        var request = new SearchRequest { Catalogs = [catalog], Like = like, Words = like is null ? "shirt" : null };

        var refusal = await Assert.ThrowsAsync<SearchException>(() => SearchAsync(request));

        Assert.Equal(sentence, refusal.Message);
    }

    [Fact]
    public async Task Nothing_asked_is_refused() =>
        Assert.StartsWith("Nothing is looked for.",
            (await Assert.ThrowsAsync<SearchException>(() => SearchAsync(new SearchRequest()))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task The_same_kind_of_what_has_no_clear_kind_is_refused()
    {
        var request = new SearchRequest { Photo = Photo("unclear", [1, 0, 0]), SameKindOnly = true };

        var refusal = await Assert.ThrowsAsync<SearchException>(() => SearchAsync(request));

        Assert.Contains("no clear kind", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_product_of_an_older_network_is_not_compared()
    {
        await PutAsync(Product("old", "shirt", "navy", "#1f2a4d", [1, 0, 0], "Old shirt") with { Network = "reader@older" });

        var refusal = await Assert.ThrowsAsync<SearchException>(() => SearchAsync(new SearchRequest { Like = "old" }));

        Assert.Contains("another network", refusal.Message, StringComparison.Ordinal);
    }

    async Task PutAsync(params NewProduct[] products)
    {
        await _store.Products.UpsertAsync(_shop.Id, products);
        await _index.RefreshAsync(CancellationToken.None);
    }

    Task<SearchAnswer> SearchAsync(SearchRequest request) =>
        new CatalogSearch(_store.Catalogs, _store.Products, _index).SearchAsync(
            request.Catalogs.Count > 0 ? request : request with { Catalogs = ["shop"] }, CancellationToken.None);

    static NewProduct Product(string key, string type, string colour, string hex, float[] look, string name) => new()
    {
        Key = key,
        Name = name,
        Type = type,
        Colour = colour,
        Pattern = "solid",
        Colours = [new NamedColour(colour, hex, 1, colour)],
        Network = Network,
        Embedding = [.. look.Select(v => (Half)v)],
        Kinds = KindsOf(type),
    };

    static Kinds KindsOf(string type) => type switch
    {
        "shirt" => Kinds.Of([new("Shirts", 1)]),
        "dress" => Kinds.Of([new("Dresses", 1)]),
        "coat" => Kinds.Of([new("Coats", 1)]),
        _ => Kinds.Unknown,
    };

    static bool Near(double one, double other) => Math.Abs(one - other) < 0.01;

    static SearchedPhoto Photo(string type, float[] look) => new(
        new PhotoReading
        {
            Photo = "photo",
            Width = 100,
            Height = 100,
            Garments =
            [
                new Garment
                {
                    Type = type,
                    Confidence = 0.9,
                    Box = new(0, 0, 100, 100),
                    Colour = "navy",
                    ColourConfidence = 0.9,
                    Colours = [],
                    Pattern = "solid",
                    PatternConfidence = 0.9,
                    Alternatives = [],
                },
            ],
            Timings = new Dictionary<string, double>(),
            Models = new Dictionary<string, string>(),
        }, 0, Embedding.Of(look), Network)
    {
        Kinds = KindsOf(type),
    };
}
