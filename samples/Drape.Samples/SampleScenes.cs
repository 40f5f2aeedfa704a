using Drape.Drawing;
using Drape.Drawing.Figures;

namespace Drape.Samples;

/// <summary>The scenes behind samples/*.jpg.</summary>
static class SampleScenes
{
    /// <summary>File name without ending, and how it is drawn.</summary>
    public static IEnumerable<(string Name, Func<DrawnPicture> Draw)> All =>
    [
        .. Garments.Select(each => (each.Name, (Func<DrawnPicture>)(() => Painter.Paint(each.Scene)))),
        .. Outfits.Select(each => (each.Name, (Func<DrawnPicture>)(() => FigurePainter.Paint(each.Scene)))),
    ];

    static readonly (string Name, GarmentScene Scene)[] Garments =
    [
        ("t-shirt", new GarmentScene
        {
            Shape = GarmentShape.TShirt, Pattern = GarmentPattern.Graphic, Colour = 0xE8E4DC, SecondColour = 0x22335A,
            Ground = GroundKind.WoodenFloor, Seed = 52,
        }),
        ("shirt", new GarmentScene
        {
            Shape = GarmentShape.Shirt, Pattern = GarmentPattern.Solid, Colour = 0x1C2748, Ground = GroundKind.Wall, Seed = 56,
        }),
        ("dress", new GarmentScene
        {
            Shape = GarmentShape.Dress, Pattern = GarmentPattern.Floral, Colour = 0xE0B0B0, SecondColour = 0xA83A4C,
            Ground = GroundKind.BedSheet, Seed = 51,
        }),
        ("jeans", new GarmentScene
        {
            Shape = GarmentShape.Jeans, Pattern = GarmentPattern.Solid, Colour = 0x3A5580, Ground = GroundKind.WoodenFloor,
            Seed = 53,
        }),
        ("hoodie", new GarmentScene
        {
            Shape = GarmentShape.Hoodie, Pattern = GarmentPattern.Solid, Colour = 0x7C8088, Ground = GroundKind.Carpet, Seed = 53,
        }),
        ("polo", new GarmentScene
        {
            Shape = GarmentShape.Polo, Pattern = GarmentPattern.Striped, Colour = 0x2F6B4F, SecondColour = 0xEFEDE6,
            Ground = GroundKind.BedSheet, Seed = 11,
        }),
        ("skirt", new GarmentScene
        {
            Shape = GarmentShape.Skirt, Pattern = GarmentPattern.Plaid, Colour = 0x8A2A32, SecondColour = 0x22252C,
            Ground = GroundKind.WoodenFloor, Seed = 57,
        }),
        ("sneakers", new GarmentScene
        {
            Shape = GarmentShape.Sneakers, Pattern = GarmentPattern.Solid, Colour = 0xE4E2DE, SecondColour = 0x2A5AA8,
            Ground = GroundKind.WoodenFloor, Seed = 51,
        }),
    ];

    static readonly (string Name, FigureScene Scene)[] Outfits =
    [
        ("outfit", new FigureScene
        {
            Attire = new Separates(new(TopKind.Shirt, 0x9AB4DA), new(BelowKind.Trousers, 0xC7B38C), Tucked: true),
            Shoes = new(ShoeKind.Loafers, 0x2A1C14), Hair = HairKind.Short, Street = StreetKind.Plaster, Seed = 3, Width = 720, Height = 1000,
        }),
    ];
}
