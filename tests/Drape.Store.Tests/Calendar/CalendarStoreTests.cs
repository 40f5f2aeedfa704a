using Drape.Store.Calendar;
using Drape.Store.Closets;
using Drape.Store.People;
using Drape.Store.Tests.Closets;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Calendar;

public abstract class CalendarStoreTests(TestDatabase place) : StoreTests(place)
{
    static readonly DateOnly Day = new(2026, 11, 21);

    readonly SetClock _clock = new();
    Database _database = null!;
    long _ann, _ben, _shirt, _jeans, _his;

    CalendarStore Calendar => new(_database);
    ClosetStore Closets => new(_database);

    public override async Task InitializeAsync()
    {
        _database = await Place.OpenAsync(_clock);
        var people = new PersonStore(_database);
        _ann = (await people.CreateAsync(new NewPerson { Name = "Ann" }))!.Id;
        _ben = (await people.CreateAsync(new NewPerson { Name = "Ben" }))!.Id;
        _shirt = await PieceAsync(_ann, "t-shirt");
        _jeans = await PieceAsync(_ann, "jeans");
        _his = await PieceAsync(_ben, "polo");
    }

    [StoreFact]
    public async Task Everything_of_an_outfit_is_kept_in_its_order()
    {
        var outfit = await AddAsync(Outfit(_jeans, _shirt) with { Note = " For the opening. " });

        var kept = (await Calendar.GetAsync(_ann, outfit.Id))!;

        Assert.Equal((Day, "For the opening.", false, _clock.GetUtcNow()), (kept.Day, kept.Note, kept.Worn, kept.CreatedAt));
        Assert.Equal([_jeans, _shirt], kept.PieceIds);
        Assert.Equal(["jeans", "t-shirt"], kept.Pieces.Select(piece => piece.Details.Type));
    }

    [StoreFact]
    public async Task Days_are_listed_from_the_first_to_the_last()
    {
        foreach (int offset in (int[])[3, 0, 1, -1])
        {
            await AddAsync(Outfit(_shirt) with { Day = Day.AddDays(offset) });
        }

        Assert.Equal([Day, Day.AddDays(1)],
            (await Calendar.ListAsync(_ann, Day, Day.AddDays(2))).Select(outfit => outfit.Day));
    }

    [StoreFact]
    public async Task Nobody_else_sees_changes_wears_or_deletes_an_outfit()
    {
        long id = (await AddAsync(Outfit(_shirt))).Id;

        Assert.Null(await Calendar.GetAsync(_ben, id));
        Assert.Empty(await Calendar.ListAsync(_ben, Day, Day));
        Assert.Equal(OutfitFault.NoSuchOutfit, (await Calendar.ChangeAsync(_ben, id, outfit => outfit.Details)).Fault);
        Assert.Null(await Calendar.WearAsync(_ben, id, true));
        Assert.Null(await Calendar.DeleteAsync(_ben, id));
        await Calendar.ForgetAllAsync(_ben);

        Assert.False((await Calendar.GetAsync(_ann, id))!.Worn);
        Assert.Equal(0, await WearsAsync(_shirt));
    }

    [StoreFact]
    public async Task Another_ones_piece_comes_into_no_outfit()
    {
        Assert.Equal(OutfitFault.NoSuchPiece, (await Calendar.AddAsync(_ann, Outfit(_shirt, _his))).Fault);
        long id = (await AddAsync(Outfit(_shirt))).Id;
        Assert.Equal(OutfitFault.NoSuchPiece,
            (await Calendar.ChangeAsync(_ann, id, outfit => outfit.Details with { Pieces = [_his] })).Fault);

        Assert.Equal([_shirt], (await Calendar.GetAsync(_ann, id))!.PieceIds);
    }

    [StoreFact]
    public async Task What_was_worn_counts_and_taken_back_it_does_not()
    {
        long id = (await AddAsync(Outfit(_shirt, _jeans))).Id;

        Assert.True((await Calendar.WearAsync(_ann, id, true))!.Worn);
        Assert.True((await Calendar.WearAsync(_ann, id, true))!.Worn);
        Assert.Equal((1, 1), (await WearsAsync(_shirt), await WearsAsync(_jeans)));

        Assert.False((await Calendar.WearAsync(_ann, id, false))!.Worn);
        Assert.Equal((0, 0), (await WearsAsync(_shirt), await WearsAsync(_jeans)));
    }

    [StoreFact]
    public async Task A_wear_that_was_noted_in_the_closet_stays_when_an_outfits_is_taken_back()
    {
        await Closets.WearAsync(_ann, _shirt, Day);
        long id = (await AddAsync(Outfit(_shirt, _jeans) with { Worn = true })).Id;

        await Calendar.WearAsync(_ann, id, false);

        Assert.Equal((1, 0), (await WearsAsync(_shirt), await WearsAsync(_jeans)));
    }

    [StoreFact]
    public async Task A_piece_of_two_worn_outfits_of_a_day_counts_once_until_both_are_taken_back()
    {
        long first = (await AddAsync(Outfit(_shirt, _jeans) with { Worn = true })).Id;
        long second = (await AddAsync(Outfit(_shirt) with { Worn = true })).Id;
        Assert.Equal(1, await WearsAsync(_shirt));

        await Calendar.WearAsync(_ann, first, false);
        Assert.Equal((1, 0), (await WearsAsync(_shirt), await WearsAsync(_jeans)));

        await Calendar.DeleteAsync(_ann, second);
        Assert.Equal(0, await WearsAsync(_shirt));
    }

    [StoreFact]
    public async Task A_worn_outfit_that_changes_takes_its_wears_along()
    {
        long id = (await AddAsync(Outfit(_shirt) with { Worn = true })).Id;

        var changed = await Calendar.ChangeAsync(
            _ann, id, outfit => outfit.Details with { Day = Day.AddDays(-1), Pieces = [_jeans] });

        Assert.Equal(Day.AddDays(-1), changed.Outfit!.Day);
        Assert.Equal((0, 1), (await WearsAsync(_shirt), await WearsAsync(_jeans)));
        Assert.Equal([new ClosetWear(_jeans, Day.AddDays(-1))], await Closets.WearsAsync(_ann));
    }

    [StoreFact]
    public async Task A_piece_in_the_bin_is_not_shown_and_comes_back_with_it()
    {
        long id = (await AddAsync(Outfit(_shirt, _jeans))).Id;
        await Closets.DeleteAsync(_ann, _shirt);
        Assert.Equal([_jeans], (await Calendar.GetAsync(_ann, id))!.Pieces.Select(piece => piece.Id));
        Assert.Null((await Calendar.ChangeAsync(_ann, id, outfit => outfit.Details with { Note = "kept" })).Fault);
        Assert.Equal(OutfitFault.NoSuchPiece, (await Calendar.AddAsync(_ann, Outfit(_shirt))).Fault);

        await Closets.RestoreAsync(_ann, _shirt);

        Assert.Equal([_shirt, _jeans], (await Calendar.GetAsync(_ann, id))!.Pieces.Select(piece => piece.Id));
    }

    [StoreFact]
    public async Task A_piece_that_was_the_same_leaves_its_outfits_to_the_other()
    {
        long twin = (await Closets.AddAsync(_ann, [Wardrobe.Piece() with { LooksLike = _shirt }], 100))![0].Id;
        long id = (await AddAsync(Outfit(twin, _jeans) with { Worn = true })).Id;

        await Closets.MergeAsync(_ann, twin);

        Assert.Equal([_shirt, _jeans], (await Calendar.GetAsync(_ann, id))!.PieceIds);
        Assert.Equal(1, await WearsAsync(_shirt));
        await Calendar.WearAsync(_ann, id, false);
        Assert.Equal(0, await WearsAsync(_shirt));
    }

    [StoreFact]
    public async Task A_day_has_room_for_so_many_outfits_and_no_more()
    {
        for (int i = 0; i < CalendarStore.MostADay; i++)
        {
            await AddAsync(Outfit(_shirt));
        }

        Assert.Equal(OutfitFault.DayFull, (await Calendar.AddAsync(_ann, Outfit(_shirt))).Fault);
        var other = await AddAsync(Outfit(_shirt) with { Day = Day.AddDays(1) });
        Assert.Equal(OutfitFault.DayFull,
            (await Calendar.ChangeAsync(_ann, other.Id, outfit => outfit.Details with { Day = Day })).Fault);
        Assert.Null((await Calendar.AddAsync(_ben, Outfit(_his))).Fault);
    }

    [StoreFact]
    public async Task A_person_who_goes_takes_the_calendar_along()
    {
        await AddAsync(Outfit(_shirt));

        await new PersonStore(_database).DeleteAsync(_ann);

        Assert.Empty(await Calendar.ListAsync(_ann, DateOnly.MinValue, DateOnly.MaxValue));
    }

    [StoreFact]
    public async Task Two_that_mark_the_same_outfit_at_once_count_it_once()
    {
        long id = (await AddAsync(Outfit(_shirt))).Id;

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Calendar.WearAsync(_ann, id, true)));
        Assert.Equal(1, await WearsAsync(_shirt));

        await Calendar.WearAsync(_ann, id, false);
        Assert.Equal(0, await WearsAsync(_shirt));
    }

    async Task<Outfit> AddAsync(OutfitDetails details) => (await Calendar.AddAsync(_ann, details)).Outfit!;

    async Task<long> PieceAsync(long person, string type) =>
        (await Closets.AddAsync(person, [Wardrobe.Piece(type)], 100))![0].Id;

    async Task<int> WearsAsync(long piece) => (await Closets.GetAsync(_ann, piece))!.Wears;

    static OutfitDetails Outfit(params long[] pieces) => new() { Day = Day, Pieces = pieces };

    public sealed class OnSqlite() : CalendarStoreTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : CalendarStoreTests(new PostgresTestDatabase());
}
