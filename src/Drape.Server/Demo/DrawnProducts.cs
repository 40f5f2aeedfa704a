using Drape.Drawing;
using Drape.Server.Catalogs.Import;
using Drape.Store.Words;

namespace Drape.Server.Demo;

/// <summary>The demo's catalog: garments in a shop's colours, drawn when they are asked for.</summary>
sealed class DrawnProducts(IReadOnlyList<DemoPiece> pieces) : IProductSource
{
    /// <summary>The catalog's name.</summary>
    public const string Catalog = "atelier";

    const int FirstSeed = 700;

    /// <summary>All of them.</summary>
    public static DrawnProducts All { get; } = new(
    [
        new(GarmentShape.TShirt, "white", 0xF2F0EA, 19),
        new(GarmentShape.TShirt, "navy", 0x222E52, 22, GarmentPattern.Striped),
        new(GarmentShape.TShirt, "green", 0x4D7049, 19, GarmentPattern.Graphic),
        new(GarmentShape.Shirt, "blue", 0x6E92C4, 55),
        new(GarmentShape.Shirt, "white", 0xF4F2EC, 59, GarmentPattern.Striped, 0x5B7FB4),
        new(GarmentShape.Shirt, "red", 0x8A2A32, 52, GarmentPattern.Plaid, 0x22252C),
        new(GarmentShape.Polo, "navy", 0x26304F, 42),
        new(GarmentShape.Hoodie, "black", 0x2A2A2D, 58),
        new(GarmentShape.Hoodie, "beige", 0xC9B58E, 58),
        new(GarmentShape.Sweater, "gray", 0x8C8B89, 74),
        new(GarmentShape.Sweater, "red", 0x8F3038, 82),
        new(GarmentShape.Jacket, "navy", 0x232F55, 145),
        new(GarmentShape.Jacket, "beige", 0xBDA57A, 159),
        new(GarmentShape.Dress, "black", 0x242326, 95),
        new(GarmentShape.Dress, "blue", 0x4A7AB5, 89, GarmentPattern.Floral, 0xF4F2EC),
        new(GarmentShape.Skirt, "black", 0x27272B, 46),
        new(GarmentShape.Skirt, "green", 0x46623F, 49, GarmentPattern.Plaid, 0x22252C),
        new(GarmentShape.Jeans, "blue", 0x466A9E, 79),
        new(GarmentShape.Jeans, "black", 0x2B2C30, 79),
        new(GarmentShape.Trousers, "gray", 0x77777B, 72),
        new(GarmentShape.Trousers, "navy", 0x242E4E, 75),
        new(GarmentShape.Shorts, "green", 0x5A6247, 38),
        new(GarmentShape.Sneakers, "white", 0xE9E6DF, 92, Second: 0x2A5AA8),
        new(GarmentShape.Hat, "navy", 0x25304F, 24),
    ]);

    /// <inheritdoc/>
    public int Count => pieces.Count;

    /// <inheritdoc/>
    public IEnumerable<GivenRow> Rows() => pieces.Select((piece, place) => new GivenRow(new ProductRow
    {
        Key = piece.Key,
        Place = piece.Key,
        Picture = null,
        Sent = piece.Photo(place % 2 == 0 ? GroundKind.Wall : GroundKind.BedSheet, FirstSeed + place),
        Name = Name(piece, "en"),
        Names = new Dictionary<string, string> { ["ko"] = Name(piece, "ko") },
        Price = piece.Price,
        Currency = "EUR",
    }));

    static string Name(DemoPiece piece, string language)
    {
        string name = piece.Pattern == GarmentPattern.Solid
            ? $"{Vocabulary.NameOf(piece.Colour, language)} {Vocabulary.NameOf(piece.Shape.Name(), language)}"
            : $"{Vocabulary.NameOf(piece.Colour, language)} {Vocabulary.NameOf(piece.Pattern.Name(), language)} {Vocabulary.NameOf(piece.Shape.Name(), language)}";
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
