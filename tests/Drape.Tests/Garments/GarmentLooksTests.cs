using Drape.Garments;
using Drape.Imaging;
using Drape.Inference;

namespace Drape.Tests.Garments;

public sealed class GarmentLooksTests : IDisposable
{
    readonly ModelCatalog _catalog = ModelCatalog.Open();

    public void Dispose() => _catalog.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Head_and_shoulders_are_looked_at_as_if_they_went_on_but_in_a_shops_picture(bool studio)
    {
        var photo = Drawn.Person().Part(new PixelBox(95, 0, 110, 130));
        var parser = new GarmentParser(_catalog.Get(GarmentParser.ModelName, ThreadPolicy.ManyPhotos));
        using var asItIs = parser.Parse(photo);
        using var onward = parser.ParseOnward(photo);

        var (found, people) = new GarmentLooks(parser).Find(photo, studio);

        Assert.True(people);
        Assert.NotEqual(Seen(GarmentFinder.Find(asItIs)), Seen(GarmentFinder.Find(onward)));
        Assert.Equal(Seen(GarmentFinder.Find(studio ? asItIs : onward)), Seen(found));
    }

    [Fact]
    public void In_a_row_of_people_at_dusk_each_is_seen_though_one_look_shows_nobody()
    {
        var photo = Row(people: 8, darker: 3);
        var parser = new GarmentParser(_catalog.Get(GarmentParser.ModelName, ThreadPolicy.ManyPhotos));
        using var once = parser.Parse(photo);

        var (found, people) = new GarmentLooks(parser).Find(photo, studio: false);

        Assert.Empty(GarmentFinder.Find(once));
        Assert.True(people);
        Assert.Equal(8, found.Select(g => g.Person).Distinct().Count());
    }

    [Fact]
    public void Of_a_night_in_which_the_windows_guess_at_somebody_here_and_there_nothing_is_believed()
    {
        var photo = Row(people: 8, darker: 8);
        var parser = new GarmentParser(_catalog.Get(GarmentParser.ModelName, ThreadPolicy.ManyPhotos));
        using var closely = parser.ParseClosely(photo);

        var (found, people) = new GarmentLooks(parser).Find(photo, studio: false);

        Assert.Contains(GarmentFinder.Find(closely!), g => g.Person is not null);
        Assert.False(people);
        Assert.Empty(found);
    }

    static PixelImage Row(int people, int darker)
    {
        var day = Drawn.Beside([.. Enumerable.Range(0, people).Select(i => Drawn.Person(dress: i % 2 > 0))]);
        return new PixelImage(day.Width, day.Height, [.. day.Pixels.Select(value => (byte)(value / darker))]);
    }

    [Theory]
    [InlineData(3, 2, true)]
    [InlineData(2, 2, false)]
    [InlineData(8, 1, false)] // of walls and trees single things are seen
    public void A_row_are_three_people_or_more_who_wear_two_things_each(int people, int things, bool row) =>
        Assert.Equal(row, GarmentLooks.IsRow(Enumerable.Range(0, people * things).Select(i => Found(person: i / things))));

    static IEnumerable<(string?, PixelBox)> Seen(IEnumerable<FoundGarment> found) => found.Select(g => (g.Group, g.Box(100, 100)));

    [Fact]
    public void A_closer_look_that_sees_nobody_takes_nothing_back_of_what_the_first_saw()
    {
        FoundGarment worn = Found(person: 0), thing = Found(person: null);

        Assert.Equal([worn], GarmentLooks.Closer([worn], [thing]));
        Assert.Equal([worn], GarmentLooks.Closer([worn], []));
        Assert.Equal([worn, worn], GarmentLooks.Closer([thing], [worn, worn]));
    }

    [Theory]
    [InlineData(49, false)]
    [InlineData(50, true)]
    public void A_closer_look_that_loses_most_of_what_is_worn_is_not_believed(byte share, bool believed)
    {
        FoundGarment worn = Found(person: 0, share: 100), glasses = Found(person: 0, share);

        Assert.Equal(believed ? [glasses] : [worn], GarmentLooks.Closer([worn], [glasses]));
    }

    [Theory]
    [InlineData(100, 0.5, 0.52, false)]
    [InlineData(100, 0.5, 0.53, true)]
    [InlineData(49, 0.5, 0.9, false)] // less of it
    public void A_look_at_people_as_if_they_went_on_counts_where_it_is_surer_of_what_they_wear(byte share, double before, double then, bool believed)
    {
        FoundGarment seen = Found(0, 100, before), onward = Found(0, share, then);

        Assert.Equal([believed ? onward : seen], GarmentLooks.Surer([seen], [onward]));
    }

    [Fact]
    public void Such_a_look_that_sees_nobody_does_not_count()
    {
        FoundGarment seen = Found(0, 100, 0.5), thing = Found(null, 200, 0.9);

        Assert.Equal([seen], GarmentLooks.Surer([seen], [thing]));
        Assert.Equal([seen], GarmentLooks.Surer([thing], [seen]));
    }

    static FoundGarment Found(int? person, byte share, double confidence) =>
        Found(person, share) with { Hint = new TypeHint("shirt", confidence, null) };

    static FoundGarment Found(int? person, byte share = byte.MaxValue) =>
        new(null, person, new Mask(1, 1, [share]), new PixelBox(0, 0, 1, 1), 1, 1);
}
