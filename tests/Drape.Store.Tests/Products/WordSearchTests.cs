using Drape.Store.Catalogs;
using Drape.Store.Products;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Products;

public abstract class WordSearchTests(TestDatabase place) : StoreTests(place)
{
    int _shop;

    ProductStore Products => new(Database);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _shop = (await new CatalogStore(Database).CreateAsync("shop")).Id;
    }

    [StoreFact]
    public async Task All_words_have_to_be_there()
    {
        await PutAsync(("a", "Navy shirt"), ("b", "Navy jeans"), ("c", "White shirt"));

        Assert.Equal(["a"], await FindAsync("shirt navy"));
    }

    [StoreFact]
    public async Task English_words_that_say_nothing_of_a_product_are_not_asked_for()
    {
        await PutAsync(("a", "Navy shirt"), ("b", "The With"));

        Assert.Equal(["a"], await FindAsync("a shirt of navy and with the"));
        Assert.Equal(["b"], await FindAsync("the with"));
    }

    [StoreFact]
    public async Task The_beginning_of_a_word_finds_it()
    {
        await PutAsync(("a", "Cardigan"), ("b", "Scarf"));

        Assert.Equal(["a"], await FindAsync("card"));
    }

    [StoreFact]
    public async Task Two_letters_are_no_beginning()
    {
        await PutAsync(("a", "Cardigan"));

        Assert.Empty(await FindAsync("ca"));
    }

    [StoreFact]
    public async Task Case_accents_and_plurals_do_not_matter()
    {
        await PutAsync(("a", "ÉTÉ Dresses"));

        Assert.Equal(["a"], await FindAsync("ete dress"));
    }

    [StoreFact]
    public async Task A_t_shirt_is_found_however_it_is_written()
    {
        await PutAsync(("a", "T-shirt"), ("b", "Tshirts"));

        foreach (string words in (string[])["t-shirt", "tshirt", "T-Shirts", "Tshirts"])
        {
            Assert.Equal(["a", "b"], (await FindAsync(words)).Order());
        }
    }

    [StoreFact]
    public async Task A_korean_word_is_found_within_a_longer_one()
    {
        await PutAsync(("a", "여름원피스"), ("b", "원 피스"), ("c", "청바지"));

        Assert.Equal(["a"], await FindAsync("원피스"));
    }

    [StoreFact]
    public async Task A_single_korean_letter_is_found_anywhere_in_a_word()
    {
        await PutAsync(("a", "아동옷"), ("b", "옷걸이"), ("c", "청바지"));

        Assert.Equal(["a", "b"], (await FindAsync("옷")).Order());
    }

    [StoreFact]
    public async Task Names_in_other_languages_category_type_colour_pattern_and_gender_are_searched()
    {
        await Products.UpsertAsync(_shop,
        [
            new NewProduct
            {
                Key = "a",
                Name = "Oxford",
                Names = new Dictionary<string, string> { ["ko"] = "옥스퍼드" },
                Category = "Sale",
                Type = "shirt",
                Colour = "navy",
                Pattern = "striped",
                Gender = "Women",
            },
        ]);

        Assert.Equal(["a"], await FindAsync("oxford 옥스퍼드 sale shirt navy striped women"));
    }

    [StoreFact]
    public async Task What_the_networks_call_it_finds_a_product_in_both_languages()
    {
        await Products.UpsertAsync(_shop,
        [
            Read("watch", "Titan Raga", ("articleType", "Watches"), ("masterCategory", "Accessories"), ("gender", "Women")),
            Read("bag", "Kiara", ("articleType", "Handbags"), ("subCategory", "Bags"), ("gender", "Women")),
            Read("shoe", "Air Max", ("articleType", "Sports Shoes"), ("subCategory", "Shoes"), ("gender", "Men")),
        ]);

        foreach (string words in (string[])["watch", "시계", "women's watches"])
        {
            Assert.Equal(["watch"], await FindAsync(words));
        }

        Assert.Equal(["bag"], await FindAsync("가방"));
        Assert.Equal(["shoe"], await FindAsync("shoes"));
        Assert.Equal(["shoe"], await FindAsync("남자 신발"));
    }

    [StoreFact]
    public async Task A_product_whose_kind_is_unclear_is_not_found_by_that_word()
    {
        await Products.UpsertAsync(_shop, [Read("a", "Kiara", ("articleType", "unclear"), ("gender", "unclear"))]);

        Assert.Empty(await FindAsync("unclear"));
    }

    [StoreFact]
    public async Task A_product_that_is_called_nothing_else_comes_first()
    {
        await PutAsync(("long", "Shirt with long sleeves and a collar"), ("exact", "Shirt"), ("middle", "Oxford shirt"));

        Assert.Equal(["exact", "middle", "long"], await FindAsync("shirt"));
    }

    [StoreFact]
    public async Task A_score_lies_between_a_half_and_one_and_falls()
    {
        await PutAsync(("exact", "Shirt"), ("middle", "Oxford shirt"), ("long", "Shirt with long sleeves and a collar"));

        var found = await Products.FindAsync([_shop], "shirt", 10);

        Assert.Equal([1f, 0.75f, (1 + (1 / 7f)) / 2], found.Select(f => f.Score));
    }

    [StoreFact]
    public async Task Only_the_catalogs_asked_for_are_searched()
    {
        int other = (await new CatalogStore(Database).CreateAsync("other")).Id;
        await PutAsync(("a", "Shirt"));
        await Products.UpsertAsync(other, [new NewProduct { Key = "b", Name = "Shirt" }]);

        Assert.Equal(["a"], await FindAsync("shirt"));
        Assert.Equal(2, (await Products.FindAsync(null, "shirt", 10)).Count);
        Assert.Equal(2, (await Products.FindAsync([_shop, other], "shirt", 10)).Count);
        Assert.Empty(await Products.FindAsync([], "shirt", 10));
    }

    [StoreFact]
    public async Task At_most_as_many_as_asked_for_are_found()
    {
        await Products.UpsertAsync(_shop, Shop.Products(20));

        Assert.Equal(7, (await Products.FindAsync(null, "shirt", 7)).Count);
    }

    [StoreFact]
    public async Task A_retired_product_is_found_again_when_it_is_restored()
    {
        await PutAsync(("a", "Shirt"));

        await Products.RetireAsync(_shop, ["a"]);
        Assert.Empty(await FindAsync("shirt"));

        await Products.RestoreAsync(_shop, ["a"]);
        Assert.Equal(["a"], await FindAsync("shirt"));
    }

    [StoreFact]
    public async Task A_deleted_product_is_not_found()
    {
        await PutAsync(("a", "Shirt"));

        await Products.DeleteAsync(_shop, ["a"]);

        Assert.Empty(await FindAsync("shirt"));
    }

    [StoreFact]
    public async Task A_renamed_product_is_found_by_its_new_name_only()
    {
        await PutAsync(("a", "Shirt"));

        await PutAsync(("a", "Blouse"));

        Assert.Empty(await FindAsync("shirt"));
        Assert.Equal(["a"], await FindAsync("blouse"));
    }

    [StoreFact]
    public async Task Signs_of_the_query_language_are_no_more_than_signs()
    {
        await PutAsync(("a", "Shirt"));

        foreach (string words in (string[])["\"shirt", "shirt*", "'shirt' & !", "shirt)", "shirt:*", "-shirt", "terms:shirt\\"])
        {
            Assert.True((await FindAsync(words)).Count() <= 1);
        }

        Assert.Empty(await FindAsync("!\"§$%&/()=?*'"));
    }

    static NewProduct Read(string key, string name, params (string Question, string Answer)[] attributes) => new()
    {
        Key = key,
        Name = name,
        Attributes = attributes.ToDictionary(a => a.Question, a => a.Answer),
    };

    async Task PutAsync(params (string Key, string Name)[] products) => await Products.UpsertAsync(
        _shop, [.. products.Select(p => new NewProduct { Key = p.Key, Name = p.Name })]);

    async Task<IEnumerable<string>> FindAsync(string words)
    {
        var found = await Products.FindAsync([_shop], words, 10);
        return (await Products.GetAsync([.. found.Select(f => f.Id)])).Select(p => p.Key);
    }

    public sealed class OnSqlite() : WordSearchTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : WordSearchTests(new PostgresTestDatabase());
}
