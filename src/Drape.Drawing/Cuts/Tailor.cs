using Drape.Drawing.Chance;

namespace Drape.Drawing.Cuts;

/// <summary>Finds the cut for a shape.</summary>
internal static class Tailor
{
    public static Garment Make(GarmentScene scene, bool hanging, Dice dice)
    {
        var palette = new Palette(scene.Colour, scene.SecondColour, scene.Pattern, dice.Fork());
        return scene.Shape switch
        {
            GarmentShape.TShirt => TShirtCut.Cut(palette, dice, longSleeves: false, hanging),
            GarmentShape.LongSleeveTop => TShirtCut.Cut(palette, dice, longSleeves: true, hanging),
            GarmentShape.Shirt => ShirtCut.Cut(palette, dice, hanging),
            GarmentShape.Polo => PoloCut.Cut(palette, dice, hanging),
            GarmentShape.Hoodie => HoodieCut.Cut(palette, dice, hanging),
            GarmentShape.Sweater => SweaterCut.Cut(palette, dice, hanging),
            GarmentShape.Jacket => JacketCut.Cut(palette, dice, hanging),
            GarmentShape.Trousers => TrousersCut.Trousers(palette, dice),
            GarmentShape.Shorts => TrousersCut.Shorts(palette, dice),
            GarmentShape.Hat => HatCut.Cut(palette, dice),
            GarmentShape.Sneakers => SneakersCut.Cut(palette, dice),
            GarmentShape.Dress => DressCut.Cut(palette, dice, hanging),
            GarmentShape.Jeans => JeansCut.Cut(palette, dice),
            GarmentShape.Skirt => SkirtCut.Cut(palette, dice),
            _ => throw new ArgumentOutOfRangeException(nameof(scene), scene.Shape, null),
        };
    }
}
