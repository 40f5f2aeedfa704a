using Drape.Store.Closets;

namespace Drape.Server.Calendar;

/// <summary>The order in which the pieces of an outfit are shown: as one looks at somebody, from the head down.</summary>
static class WearingOrder
{
    static readonly string[][] Layers =
    [
        ["hat", "eyewear", "scarf"],
        ["coat", "jacket", "blazer", "suit", "cardigan", "vest"],
        ["sweater", "hoodie", "sweatshirt", "shirt", "blouse", "polo", "t-shirt", "top", "long-sleeve-top", "tank-top", "bodysuit"],
        ["dress", "jumpsuit"],
        ["jeans", "trousers", "skirt", "shorts", "leggings", "joggers"],
        ["belt", "bag"],
        ["sneakers", "boots", "heels", "flats", "formal-shoes", "sandals"],
    ];

    /// <summary>The pieces in that order; what nobody knows comes last.</summary>
    public static IEnumerable<ClosetItem> Of(IEnumerable<ClosetItem> pieces) =>
        pieces.OrderBy(piece => Layer(piece.Details.Type)).ThenBy(piece => piece.Id);

    static int Layer(string type)
    {
        int layer = Array.FindIndex(Layers, types => types.Contains(type));
        return layer >= 0 ? layer : Layers.Length;
    }
}
