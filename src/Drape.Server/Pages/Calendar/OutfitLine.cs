using Drape.Server.Calendar;
using Drape.Server.Pages.Closet;
using Drape.Store.Closets;

namespace Drape.Server.Pages.Calendar;

/// <summary>An outfit in a line: "Navy t-shirt, blue jeans, white sneakers".</summary>
static class OutfitLine
{
    public static string Of(IEnumerable<ClosetItem> pieces) => string.Join(", ", WearingOrder.Of(pieces)
        .Select((piece, place) => place == 0 || piece.Details.Name is not null
            ? GarmentWords.Title(piece.Details) : Later(GarmentWords.Title(piece.Details))));

    static string Later(string title) => char.ToLowerInvariant(title[0]) + title[1..];
}
