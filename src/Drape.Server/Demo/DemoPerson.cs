using Drape.Drawing;
using Drape.Drawing.Figures;
using Drape.Store.Looks;

namespace Drape.Server.Demo;

/// <summary>Somebody of the demo, with what hangs in their closet.</summary>
/// <param name="Name">The name.</param>
/// <param name="Ground">Where they take photos of their clothes.</param>
/// <param name="Pieces">The closet.</param>
/// <param name="Outfits">What they wear together, as places in the closet.</param>
sealed record DemoPerson(string Name, GroundKind Ground, IReadOnlyList<DemoPiece> Pieces, IReadOnlyList<int[]> Outfits)
{
    /// <summary>How they look on their own photos.</summary>
    public required DemoFigure Figure { get; init; }

    /// <summary>Where in the leaderboard their looks stand.</summary>
    public LookSection Section { get; init; }

    /// <summary>What they post.</summary>
    public IReadOnlyList<DemoLook> Looks { get; init; } = [];

    /// <summary>The names of those whom they follow.</summary>
    public IReadOnlyList<string> Follows { get; init; } = [];

    /// <summary>With what they sign in; no such address can exist.</summary>
    public string Email => $"{Name.ToLowerInvariant()}@demo.example";

    /// <summary>Everybody; the first one looks after the server.</summary>
    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new("Ann", GroundKind.BedSheet,
        [
            new(GarmentShape.TShirt, "navy", 0x1F2A4D, 24.90m, GarmentPattern.Striped),
            new(GarmentShape.Shirt, "white", 0xF2F0EA, 59),
            new(GarmentShape.Sweater, "beige", 0xCDB892, 79),
            new(GarmentShape.Jacket, "green", 0x49523A, 139),
            new(GarmentShape.Dress, "red", 0x8A2A3A, 89, GarmentPattern.Floral, 0xF0DADA),
            new(GarmentShape.Jeans, "blue", 0x3A5580, 69.90m),
            new(GarmentShape.Trousers, "black", 0x232327, 75),
            new(GarmentShape.Skirt, "gray", 0x77777B, 49, GarmentPattern.Plaid, 0x2B2B30),
            new(GarmentShape.Sneakers, "white", 0xE8E5DE, 95),
            new(GarmentShape.Hat, "beige", 0xBFA880, 25),
            new(GarmentShape.TShirt, "white", 0xF1EFEA, 19, GarmentPattern.Graphic, 0x4F6B4A),
            new(GarmentShape.Jeans, "black", 0x2B2C30, 79),
            new(GarmentShape.Sneakers, "navy", 0x26304F, 120), // never worn: the statistics have something to say
        ],
        [[0, 5, 8], [1, 6, 8], [2, 5, 8], [4, 8], [1, 7, 8], [2, 6, 3, 8], [0, 7, 9, 8], [10, 11, 8], [10, 5, 3, 8]])
        {
            Figure = new(BodyKind.Slender, 0xEBC4A8, HairKind.Long, 0x5A3522),
            Section = LookSection.Women,
            Looks = DemoLooks.Ann,
            Follows = ["Ben", "Mina", "Ida"],
        },
        new("Ben", GroundKind.WoodenFloor,
        [
            new(GarmentShape.Polo, "green", 0x2F6B4F, 39),
            new(GarmentShape.Hoodie, "gray", 0x7C8088, 55),
            new(GarmentShape.Shirt, "blue", 0x5B7FB4, 49, GarmentPattern.Striped, 0xF2F0EA),
            new(GarmentShape.Jacket, "navy", 0x26304F, 129),
            new(GarmentShape.Jeans, "navy", 0x2A3350, 79),
            new(GarmentShape.Shorts, "beige", 0xC7B38C, 35),
            new(GarmentShape.Trousers, "gray", 0x6A6A6E, 65),
            new(GarmentShape.Sneakers, "black", 0x2A2A2D, 85),
        ],
        [[0, 4, 7], [1, 4, 7], [2, 6, 7], [2, 6, 3, 7], [0, 5, 7]])
        {
            Figure = new(BodyKind.Broad, 0x9A6844, HairKind.Short, 0x3A2A20),
            Section = LookSection.Men,
            Looks = DemoLooks.Ben,
            Follows = ["Ann", "Jun"],
        },
        new("Mina", GroundKind.Wall,
        [
            new(GarmentShape.LongSleeveTop, "black", 0x242326, 29),
            new(GarmentShape.Sweater, "pink", 0xD9A3AE, 69),
            new(GarmentShape.TShirt, "white", 0xF1EFEA, 19, GarmentPattern.Graphic, 0x7B2D3B),
            new(GarmentShape.Dress, "navy", 0x232F55, 99, GarmentPattern.Dotted),
            new(GarmentShape.Skirt, "red", 0x8A2A32, 45, GarmentPattern.Plaid, 0x22252C),
            new(GarmentShape.Trousers, "beige", 0xCBB994, 72),
            new(GarmentShape.Jacket, "black", 0x27272B, 149),
            new(GarmentShape.Sneakers, "white", 0xEDEBE6, 90),
        ],
        [[0, 4, 7], [1, 5, 7], [2, 5, 6, 7], [3, 7], [2, 4, 7]])
        {
            Figure = new(BodyKind.Slender, 0xF0D2B8, HairKind.Bob, 0x1C1816),
            Section = LookSection.Women,
            Looks = DemoLooks.Mina,
            Follows = ["Ann", "Jun"],
        },
        new("Jun", GroundKind.Tiles,
        [
            new(GarmentShape.TShirt, "white", 0xF1EFEA, 25, GarmentPattern.Striped, 0x1F2A4D),
            new(GarmentShape.Shirt, "white", 0xF2F0EA, 52),
            new(GarmentShape.Trousers, "black", 0x232327, 68),
            new(GarmentShape.Sneakers, "white", 0xE8E5DE, 89),
        ],
        [[0, 2, 3], [1, 2, 3]])
        {
            Figure = new(BodyKind.Broad, 0xE6BE9C, HairKind.Short, 0x1C1816),
            Section = LookSection.Men,
            Looks = DemoLooks.Jun,
            Follows = ["Mina", "Ben"],
        },
        new("Ida", GroundKind.Carpet,
        [
            new(GarmentShape.Dress, "black", 0x141416, 119),
            new(GarmentShape.Skirt, "black", 0x2A2A30, 55),
            new(GarmentShape.Shirt, "white", 0xEEE6E0, 49),
            new(GarmentShape.Jeans, "blue", 0x5A7AAA, 74),
        ],
        [[0], [1, 2], [2, 3]])
        {
            Figure = new(BodyKind.Curved, 0x5A3826, HairKind.Bun, 0x3A2A20),
            Section = LookSection.Women,
            Looks = DemoLooks.Ida,
            Follows = ["Ann", "Mina", "Ben"],
        },
    ];
}
