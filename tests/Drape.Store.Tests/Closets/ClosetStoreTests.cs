using Dapper;
using Drape.Colours;
using Drape.Store.Closets;
using Drape.Store.People;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Closets;

public abstract class ClosetStoreTests(TestDatabase place) : StoreTests(place)
{
    readonly SetClock _clock = new();
    Database _database = null!;
    long _ann, _ben;

    ClosetStore Closets => new(_database);
    CorrectionStore Corrections => new(_database);

    DateOnly Today => DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);

    public override async Task InitializeAsync()
    {
        _database = await Place.OpenAsync(_clock);
        var people = new PersonStore(_database);
        _ann = (await people.CreateAsync(new NewPerson { Name = "Ann" }))!.Id;
        _ben = (await people.CreateAsync(new NewPerson { Name = "Ben" }))!.Id;
    }

    [StoreFact]
    public async Task Everything_of_a_piece_is_kept()
    {
        var given = Wardrobe.Piece() with
        {
            Details = new ClosetDetails
            {
                Name = "The good one", Type = "t-shirt", Colour = "navy", Pattern = "striped", Season = "summer", Warmth = 1,
                Formality = 2, Brand = "Own", Price = 39.9m, Currency = "EUR", Size = "M", Notes = "From Busan",
                BoughtOn = new DateOnly(2026, 3, 2),
            },
        };

        long id = (await AddAsync(_ann, given)).Id;
        var kept = (await Closets.GetAsync(_ann, id))!;

        Assert.Equal((given.Picture, given.Photo, given.Details, 0, (DateOnly?)null, _clock.GetUtcNow()),
            (kept.Picture, kept.Photo, kept.Details, kept.Wears, kept.LastWorn, kept.CreatedAt));
        Assert.Equivalent(given.Reading, kept.Reading, strict: true);
        Assert.Equal(given.Colours, kept.Colours);
    }

    [StoreFact]
    public async Task Nobody_else_sees_changes_wears_deletes_or_restores_a_piece()
    {
        var piece = await AddAsync(_ann, Wardrobe.Piece(name: "Secret"));
        await Closets.WearAsync(_ann, piece.Id, Today);

        Assert.Null(await Closets.GetAsync(_ben, piece.Id));
        Assert.Null(await Closets.ChangeAsync(_ben, piece.Id, details => details with { Name = "Mine" }));
        Assert.Null(await Closets.UndoAsync(_ben, piece.Id));
        Assert.Null(await Closets.WearAsync(_ben, piece.Id, Today.AddDays(-1)));
        Assert.Null(await Closets.UnwearAsync(_ben, piece.Id, Today));
        Assert.Null(await Closets.KeepBothAsync(_ben, piece.Id));
        Assert.Null(await Closets.MergeAsync(_ben, piece.Id));
        Assert.False(await Closets.DeleteAsync(_ben, piece.Id));
        Assert.Null(await Closets.RestoreAsync(_ben, piece.Id));
        Assert.Empty(await Closets.ListAsync(_ben, ClosetFilter.All, null, 10));
        Assert.Empty(await Closets.ListAsync(_ben, new ClosetFilter { Words = "secret" }, null, 10));
        Assert.Empty(await Closets.LooksAsync(_ben, Wardrobe.Network));
        Assert.Empty(await Closets.WearsAsync(_ben));
        Assert.Empty(await Closets.ForgetAllAsync(_ben));
        Assert.Equal((1, "Secret"), (await Closets.GetAsync(_ann, piece.Id)) is { } kept ? (kept.Wears, kept.Details.Name) : default);
    }

    [StoreFact]
    public async Task Another_ones_piece_is_not_what_a_new_one_may_be()
    {
        var theirs = await AddAsync(_ben, Wardrobe.Piece());

        var mine = await AddAsync(_ann, Wardrobe.Piece() with { LooksLike = theirs.Id });

        Assert.Null(mine.LooksLike);
    }

    [StoreFact]
    public async Task Pieces_are_found_by_what_they_are()
    {
        await AddAsync(_ann, Wardrobe.Piece("t-shirt", "navy"));
        await AddAsync(_ann, Wardrobe.Piece("jeans", "blue"));
        await AddAsync(_ann, Wardrobe.Piece("t-shirt", "white", "striped"));

        Assert.Equal(["white", "navy"], await ColoursAsync(new ClosetFilter { Type = "t-shirt" }));
        Assert.Equal(["blue"], await ColoursAsync(new ClosetFilter { Colour = "blue" }));
        Assert.Equal(["white"], await ColoursAsync(new ClosetFilter { Type = "t-shirt", Pattern = "striped" }));
    }

    [StoreFact]
    public async Task What_is_for_every_season_is_found_with_each()
    {
        await AddAsync(_ann, With("navy", details => details with { Season = "summer" }));
        await AddAsync(_ann, With("black", details => details with { Season = "winter" }));
        await AddAsync(_ann, Wardrobe.Piece(colour: "white"));

        Assert.Equal(["white", "navy"], await ColoursAsync(new ClosetFilter { Season = "summer" }));
    }

    [StoreFact]
    public async Task Words_find_a_piece_in_english_and_in_korean()
    {
        await AddAsync(_ann, Wardrobe.Piece("jeans", "blue"));
        await AddAsync(_ann, With("navy", details => details with
        {
            Type = "shirt", Pattern = "striped", Notes = "Busan, 부산에서 산 것",
        }));

        foreach (string words in (string[])["striped shirt", "SHIRTS", "stri", "줄무늬", "남색 셔츠", "busan", "부산에서"])
        {
            Assert.Equal([(words, "navy")], (await ColoursAsync(new ClosetFilter { Words = words })).Select(c => (words, c)));
        }
    }

    [StoreFact]
    public async Task A_word_that_is_not_there_finds_nothing()
    {
        await AddAsync(_ann, Wardrobe.Piece("shirt"));

        Assert.Empty(await ColoursAsync(new ClosetFilter { Words = "shirt kimono" }));
    }

    [StoreFact]
    public async Task A_piece_is_found_by_its_new_words_and_no_longer_by_the_old()
    {
        var piece = await AddAsync(_ann, Wardrobe.Piece(name: "Monday"));

        await Closets.ChangeAsync(_ann, piece.Id, details => details with { Name = "Friday" });

        Assert.Empty(await ColoursAsync(new ClosetFilter { Words = "monday" }));
        Assert.Single(await ColoursAsync(new ClosetFilter { Words = "friday" }));
    }

    [StoreFact]
    public async Task The_nearest_colour_comes_first_and_a_far_one_not_at_all()
    {
        await AddAsync(_ann, Wardrobe.Piece(colour: "navy", hex: "#26345e"));
        await AddAsync(_ann, Wardrobe.Piece(colour: "yellow", hex: "#f2d024"));
        await AddAsync(_ann, Wardrobe.Piece(colour: "blue", hex: "#1f2a4d"));

        Assert.Equal(["blue", "navy"], await ColoursAsync(new ClosetFilter { Near = OkLab.FromHex("#1f2a4d") }));
    }

    [StoreFact]
    public async Task Not_worn_since_a_day_are_those_had_before_it_and_worn_only_before()
    {
        var old = await AddAsync(_ann, Wardrobe.Piece(colour: "black"));
        var worn = await AddAsync(_ann, Wardrobe.Piece(colour: "white"));
        await Closets.WearAsync(_ann, old.Id, Today.AddDays(-5));
        _clock.Advance(TimeSpan.FromDays(100));
        await Closets.WearAsync(_ann, worn.Id, Today.AddDays(-1));
        await AddAsync(_ann, Wardrobe.Piece(colour: "red"));
        await AddAsync(_ann, With("green", details => details with { BoughtOn = Today.AddDays(-200) }));

        Assert.Equal(["green", "black"], await ColoursAsync(new ClosetFilter { NotWornSince = Today.AddDays(-90) }));
    }

    [StoreFact]
    public async Task Pages_follow_each_other_from_the_newest_without_gap_or_repeat()
    {
        var added = new List<long>();
        for (int i = 0; i < 7; i++)
        {
            added.Add((await AddAsync(_ann, Wardrobe.Piece())).Id);
        }

        var read = new List<long>();
        while (await Closets.ListAsync(_ann, ClosetFilter.All, read.Count == 0 ? null : read[^1], 3) is { Count: > 0 } page)
        {
            read.AddRange(page.Select(item => item.Id));
        }

        Assert.Equal(added.OrderDescending(), read);
    }

    [StoreFact]
    public async Task A_change_can_be_undone_and_done_again()
    {
        var piece = await AddAsync(_ann, Wardrobe.Piece());
        await Closets.ChangeAsync(_ann, piece.Id, details => details with { Type = "polo" });

        Assert.Equal("t-shirt", (await Closets.UndoAsync(_ann, piece.Id))!.Details.Type);
        Assert.Equal("polo", (await Closets.UndoAsync(_ann, piece.Id))!.Details.Type);
    }

    [StoreFact]
    public async Task What_the_networks_said_stays_whatever_is_corrected()
    {
        var piece = await AddAsync(_ann, Wardrobe.Piece());

        var changed = await Closets.ChangeAsync(_ann, piece.Id, details => details with { Type = "polo" });

        Assert.Equal("t-shirt", changed!.Reading.Type);
    }

    [StoreFact]
    public async Task Corrections_are_kept_for_learning_only_where_the_person_agrees()
    {
        var piece = await AddAsync(_ann, Wardrobe.Piece());
        await Closets.ChangeAsync(_ann, piece.Id, details => details with { Type = "polo" });
        Assert.Empty(await Corrections.ListAsync(_ann));

        await Corrections.ShareAsync(_ann, true);
        await Closets.ChangeAsync(_ann, piece.Id, details => details with { Colour = "black" });
        Assert.Equal(
            [new ClosetCorrection(piece.Id, "colour", "navy", "black"), new ClosetCorrection(piece.Id, "type", "t-shirt", "polo")],
            await Corrections.ListAsync(_ann));

        await Corrections.ShareAsync(_ann, false);
        Assert.Empty(await Corrections.ListAsync(_ann));
        Assert.False(await Corrections.SharesAsync(_ann));
    }

    [StoreFact]
    public async Task What_networks_may_learn_from_is_what_was_corrected_by_who_agrees()
    {
        var (hers, his) = (await AddAsync(_ann, Wardrobe.Piece()), await AddAsync(_ben, Wardrobe.Piece()));
        await AddAsync(_ann, Wardrobe.Piece("jeans"));
        await Corrections.ShareAsync(_ann, true);
        await Closets.ChangeAsync(_ann, hers.Id, details => details with { Type = "polo", Colour = "black" });
        await Closets.ChangeAsync(_ben, his.Id, details => details with { Type = "polo" });

        var shared = Assert.Single(await Corrections.SharedAsync());

        Assert.Equal((hers.Id, hers.Picture), (shared.Item, shared.Picture));
        Assert.Equal(new Dictionary<string, string> { ["type"] = "polo", ["colour"] = "black" }, shared.Labels);
    }

    [StoreFact]
    public async Task A_correction_that_is_undone_is_none()
    {
        await Corrections.ShareAsync(_ann, true);
        var piece = await AddAsync(_ann, Wardrobe.Piece());
        await Closets.ChangeAsync(_ann, piece.Id, details => details with { Type = "polo" });

        await Closets.UndoAsync(_ann, piece.Id);

        Assert.Empty(await Corrections.ListAsync(_ann));
    }

    [StoreFact]
    public async Task A_day_counts_once_however_often_it_is_said()
    {
        var piece = await AddAsync(_ann, Wardrobe.Piece());

        await Closets.WearAsync(_ann, piece.Id, Today);
        await Closets.WearAsync(_ann, piece.Id, Today.AddDays(-3));
        var worn = await Closets.WearAsync(_ann, piece.Id, Today);

        Assert.Equal((2, Today), (worn!.Wears, worn.LastWorn));
        Assert.Equal([Today, Today.AddDays(-3)], (await Closets.WearsAsync(_ann, piece.Id)).Select(wear => wear.Day));
    }

    [StoreFact]
    public async Task A_day_can_be_taken_back()
    {
        var piece = await AddAsync(_ann, Wardrobe.Piece());
        await Closets.WearAsync(_ann, piece.Id, Today);

        Assert.Equal(0, (await Closets.UnwearAsync(_ann, piece.Id, Today))!.Wears);
    }

    [StoreFact]
    public async Task A_deleted_piece_lies_in_the_bin_and_comes_back()
    {
        var piece = await AddAsync(_ann, Wardrobe.Piece());

        Assert.True(await Closets.DeleteAsync(_ann, piece.Id));
        Assert.Empty(await Closets.ListAsync(_ann, ClosetFilter.All, null, 10));
        Assert.Single(await Closets.ListAsync(_ann, new ClosetFilter { Deleted = true }, null, 10));
        Assert.Null(await Closets.WearAsync(_ann, piece.Id, Today));

        Assert.Null((await Closets.RestoreAsync(_ann, piece.Id))!.DeletedAt);
        Assert.Single(await Closets.ListAsync(_ann, ClosetFilter.All, null, 10));
    }

    [StoreFact]
    public async Task The_bin_forgets_after_thirty_days_and_names_the_pictures()
    {
        var piece = await AddAsync(_ann, Wardrobe.Piece());
        var kept = await AddAsync(_ann, Wardrobe.Piece("jeans"));
        await Closets.DeleteAsync(_ann, piece.Id);

        _clock.Advance(TimeSpan.FromDays(29));
        Assert.Empty(await Closets.PurgeAsync());
        _clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal([piece.Picture, piece.Photo!.Value], await Closets.PurgeAsync());
        Assert.Null(await Closets.GetAsync(_ann, piece.Id));
        Assert.NotNull(await Closets.GetAsync(_ann, kept.Id));
        Assert.Equal(0, await CountAsync("closet_word", piece.Id));
    }

    [StoreFact]
    public async Task A_picture_is_in_use_while_any_piece_shows_it()
    {
        var one = await AddAsync(_ann, Wardrobe.Piece());
        await AddAsync(_ben, Wardrobe.Piece("jeans"));
        var use = new Drape.Store.Blobs.PictureUse(_database);

        await Closets.ForgetAllAsync(_ann);

        Assert.False(await use.IsUsedAsync(one.Picture));
        Assert.True(await use.IsUsedAsync(one.Photo!.Value));
    }

    [StoreFact]
    public async Task Two_that_are_one_become_one_with_the_days_of_both()
    {
        var one = await AddAsync(_ann, Wardrobe.Piece());
        var again = await AddAsync(_ann, Wardrobe.Piece() with { LooksLike = one.Id });
        await Closets.WearAsync(_ann, one.Id, Today);
        await Closets.WearAsync(_ann, again.Id, Today);
        await Closets.WearAsync(_ann, again.Id, Today.AddDays(-1));

        Assert.Equal(2, (await Closets.MergeAsync(_ann, again.Id))!.Wears);
        Assert.Equal(one.Id, Assert.Single(await Closets.ListAsync(_ann, ClosetFilter.All, null, 10)).Id);
    }

    [StoreFact]
    public async Task Both_can_be_kept()
    {
        var one = await AddAsync(_ann, Wardrobe.Piece());
        var again = await AddAsync(_ann, Wardrobe.Piece() with { LooksLike = one.Id });
        Assert.Equal(1, (await Closets.FacetsAsync(_ann)).Doubtful);

        Assert.Null((await Closets.KeepBothAsync(_ann, again.Id))!.LooksLike);

        Assert.Empty(await Closets.ListAsync(_ann, new ClosetFilter { Doubtful = true }, null, 10));
    }

    [StoreFact]
    public async Task A_closet_takes_no_more_than_it_may_have_and_then_nothing_of_what_is_brought()
    {
        await AddAsync(_ann, Wardrobe.Piece());

        Assert.Null(await Closets.AddAsync(_ann, [Wardrobe.Piece(), Wardrobe.Piece()], 2));

        Assert.Single(await Closets.ListAsync(_ann, ClosetFilter.All, null, 10));
        Assert.NotNull(await Closets.AddAsync(_ann, [Wardrobe.Piece()], 2));
    }

    [StoreFact]
    public async Task Many_that_add_at_once_do_not_overfill_a_closet()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Closets.AddAsync(_ann, [Wardrobe.Piece()], 5)));

        Assert.Equal(5, added.Count(items => items is not null));
    }

    [StoreFact]
    public async Task What_there_is_to_choose_from_is_counted()
    {
        await AddAsync(_ann, Wardrobe.Piece("t-shirt", "navy"));
        await AddAsync(_ann, Wardrobe.Piece("t-shirt", "white"));
        await AddAsync(_ann, Wardrobe.Piece("jeans", "navy"));
        await Closets.DeleteAsync(_ann, (await AddAsync(_ann, Wardrobe.Piece("coat"))).Id);

        var facets = await Closets.FacetsAsync(_ann);

        Assert.Equal((3, 1), (facets.Count, facets.Deleted));
        Assert.Equal([new WordCount("t-shirt", 2), new WordCount("jeans", 1)], facets.Types);
        Assert.Equal([new WordCount("navy", 2), new WordCount("white", 1)], facets.Colours);
    }

    [StoreFact]
    public async Task An_embedding_comes_back_as_it_was_to_its_own_network_only()
    {
        var piece = await AddAsync(_ann, Wardrobe.Piece());

        var look = Assert.Single(await Closets.LooksAsync(_ann, Wardrobe.Network));

        Assert.Equal((piece.Id, (Half)0.6f, (Half)0.8f), (look.Id, look.Embedding[0], look.Embedding[1]));
        Assert.Empty(await Closets.LooksAsync(_ann, "another"));
    }

    [StoreFact]
    public async Task A_deleted_account_leaves_no_closet()
    {
        var piece = await AddAsync(_ann, Wardrobe.Piece());
        await Closets.WearAsync(_ann, piece.Id, Today);

        await new PersonStore(_database).DeleteAsync(_ann);

        Assert.Equal(0, await CountAsync("closet_wear", piece.Id) + await CountAsync("closet_word", piece.Id));
    }

    [StoreFact]
    public async Task Nobody_has_no_closet() => await Assert.ThrowsAsync<StoreException>(
        () => Closets.AddAsync(_ann + _ben + 1, [Wardrobe.Piece()], 10));

    async Task<ClosetItem> AddAsync(long person, NewClosetItem item) =>
        Assert.Single((await Closets.AddAsync(person, [item], 100))!);

    async Task<IEnumerable<string>> ColoursAsync(ClosetFilter filter) =>
        (await Closets.ListAsync(_ann, filter, null, 100)).Select(item => item.Details.Colour);

    Task<int> CountAsync(string table, long item) => _database.ReadAsync((connection, _) =>
        connection.ExecuteScalarAsync<int>($"select count(*) from {table} where item_id = @item", new { item }));

    static NewClosetItem With(string colour, Func<ClosetDetails, ClosetDetails> change)
    {
        var piece = Wardrobe.Piece(colour: colour);
        return piece with { Details = change(piece.Details) };
    }

    public sealed class OnSqlite() : ClosetStoreTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : ClosetStoreTests(new PostgresTestDatabase());
}
