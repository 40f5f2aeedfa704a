using Drape.Garments;
using Drape.Imaging;

namespace Drape.Tests.Garments;

public sealed class GarmentLooksTests
{
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
