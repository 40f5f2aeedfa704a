using Drape.Server.Calendar;
using Drape.Server.Tests.Closets;
using Drape.Store.Closets;

namespace Drape.Server.Tests.Calendar;

public sealed class WearingOrderTests
{
    [Fact]
    public void Pieces_are_shown_from_the_head_down_and_what_nobody_knows_last()
    {
        string[] types = ["kimono", "sneakers", "jeans", "t-shirt", "jacket", "hat"];

        var ordered = WearingOrder.Of(types.Select((type, id) => Item(id, type)));

        Assert.Equal(["hat", "jacket", "t-shirt", "jeans", "sneakers", "kimono"], ordered.Select(item => item.Details.Type));
    }

    static ClosetItem Item(long id, string type)
    {
        var given = Wardrobe.Of(new ClosetDetails { Type = type, Colour = "navy", Pattern = "solid" });
        return new ClosetItem
        {
            Id = id, Picture = given.Picture, Details = given.Details, Reading = given.Reading, CreatedAt = default, ChangedAt = default,
        };
    }
}
