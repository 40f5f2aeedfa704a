using Drape.Store.Calendar;

namespace Drape.Store.Tests.Calendar;

public sealed class OutfitDetailsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(13)]
    public void An_outfit_of_nothing_or_of_too_much_is_none(int pieces) => Assert.Throws<ArgumentException>(
        () => Of([.. Enumerable.Range(1, pieces).Select(id => (long)id)]));

    [Fact]
    public void No_piece_is_worn_twice_over() => Assert.Throws<ArgumentException>(() => Of([1, 1]));

    [Fact]
    public void An_empty_note_is_none() => Assert.Null((Of([1]) with { Note = "  " }).Note);

    [Fact]
    public void A_note_has_its_end() => Assert.Throws<ArgumentException>(() => Of([1]) with { Note = new string('a', 501) });

    static OutfitDetails Of(long[] pieces) => new() { Day = new DateOnly(2026, 11, 21), Pieces = pieces };
}
