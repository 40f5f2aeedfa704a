using Drape.Similarity;
using FsCheck;
using FsCheck.Fluent;

namespace Drape.Tests.Similarity;

public class IndexFilterTests
{
    static readonly CatalogIndex Index = CatalogIndexTests.With(
        Item(1, new() { Catalog = 1, Type = "Shirts", Colour = "red", Pattern = "plain", Gender = "men", Price = 10m }),
        Item(2, new() { Catalog = 1, Type = "Coats", Colour = "blue", Pattern = "plaid", Gender = "women", Price = 99.90m }),
        Item(3, new() { Catalog = 2, Type = "Shirts", Colour = "blue", Pattern = "plain", Gender = "women", Price = 20m }),
        Item(4, new() { Catalog = 3 }));

    [Fact]
    public void Without_a_filter_all_pass() => Passing([1, 2, 3, 4], new());

    [Fact]
    public void By_catalog() => Passing([1, 2, 4], new() { Catalogs = [1, 3] });

    [Fact]
    public void By_type() => Passing([1, 3], new() { Types = ["Shirts"] });

    [Fact]
    public void By_colour() => Passing([2, 3], new() { Colours = ["blue", "green"] });

    [Fact]
    public void By_pattern() => Passing([2], new() { Patterns = ["plaid"] });

    [Fact]
    public void By_gender() => Passing([1, 2, 3], new() { Genders = ["women", "men"] });

    [Fact]
    public void By_the_gender_that_it_is_not_for() => Passing([2, 3, 4], new() { OtherGenders = ["Men", "boys"] });

    [Fact]
    public void By_the_least_price() => Passing([2, 3], new() { PriceFrom = 20m });

    [Fact]
    public void By_the_highest_price() => Passing([1, 2, 3], new() { PriceTo = 99.90m });

    [Fact]
    public void By_both_prices() => Passing([3], new() { PriceFrom = 10.01m, PriceTo = 99.89m });

    [Fact]
    public void All_parts_together() => Passing([3],
        new() { Catalogs = [1, 2], Types = ["Shirts"], Colours = ["blue"], Patterns = ["plain"], Genders = ["women"], PriceTo = 20m });

    [Fact]
    public void A_word_that_no_item_has_lets_none_pass() => Passing([], new() { Types = ["Hats"] });

    [Fact]
    public void Small_and_capital_letters_do_not_matter() => Passing([1, 3], new() { Types = ["shirts"] });

    [Fact]
    public void An_empty_list_lets_none_pass() => Passing([], new() { Catalogs = [] });

    [Fact]
    public void Any_filter_lets_pass_what_asking_each_item_lets_pass()
    {
        var facets = from catalog in Gen.Choose(1, 3)
                     from type in Gen.Elements<string?>(null, "a", "b", "c")
                     from colour in Gen.Elements<string?>(null, "red", "blue")
                     from price in Gen.Choose(0, 9)
                     select new ItemFacets { Catalog = catalog, Type = type, Colour = colour, Price = price == 0 ? null : price };
        var cases = from all in facets.ArrayOf(1500)
                    from removed in Gen.Choose(0, 1499).ArrayOf()
                    from catalogs in Gen.Choose(1, 4).ArrayOf().OrNull()
                    from types in Gen.Elements("a", "b", "z").ArrayOf().OrNull()
                    from colours in Gen.Elements("red", "blue").ArrayOf().OrNull()
                    from prices in Gen.Choose(0, 9).Two()
                    select (all, removed, filter: new IndexFilter
                    {
                        Catalogs = catalogs, Types = types, Colours = colours,
                        PriceFrom = prices.Item1 < 3 ? null : prices.Item1 - 2, PriceTo = prices.Item2 < 2 ? null : prices.Item2,
                    });

        Prop.ForAll(Arb.From(cases), c =>
        {
            var index = CatalogIndexTests.With([.. c.all.Select((f, i) => Item(i, f))]);
            index.Remove([.. c.removed.Select(i => (long)i)]);

            var expected = Enumerable.Range(0, c.all.Length).Except(c.removed).Where(i => Passes(c.all[i], c.filter)).Take(1000);

            return expected.Select(i => (long)i)
                .SequenceEqual(index.Search(new IndexQuery { Filter = c.filter, Limit = 1000 }).Select(h => h.Id));
        }).QuickCheckThrowOnFailure();
    }

    static bool Passes(ItemFacets item, IndexFilter filter) =>
        (filter.Catalogs?.Contains(item.Catalog) ?? true)
        && (filter.Types?.Contains(item.Type) ?? true)
        && (filter.Colours?.Contains(item.Colour) ?? true)
        && (filter.PriceFrom is null || item.Price >= filter.PriceFrom)
        && (filter.PriceTo is null || item.Price <= filter.PriceTo);

    static void Passing(long[] ids, IndexFilter filter)
    {
        Assert.Equal(ids, Index.Search(new IndexQuery { Filter = filter }).Select(h => h.Id));
        Assert.Equal(ids, Index.Search(new IndexQuery { Filter = filter, Like = Looks.At(10) }).Select(h => h.Id).Order());
    }

    static IndexItem Item(long id, ItemFacets facets) => new(id, Looks.At(id), facets);
}
