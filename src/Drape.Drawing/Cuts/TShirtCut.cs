using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Cloth;

namespace Drape.Drawing.Cuts;

/// <summary>T-shirts, and tops of the same cut with long sleeves.</summary>
internal static class TShirtCut
{
    public static Garment Cut(Palette palette, Dice dice, bool longSleeves, bool hanging)
    {
        var block = Draft(dice, longSleeves, hanging);
        var rib = palette.Plain(Weave.Rib);
        var folds = new FoldStyle(dice.Around(0.5f), dice.Between(5, 8), dice.Between(2.2f, 3.5f), 0.5f, 0.28f);
        folds = hanging ? folds.Hung() : folds;
        var cloth = palette.Printed(Weave.Jersey, new Vector2(0, block.ArmpitDepth + 5), dice.Between(14, 18));
        var sleeveCloth = palette.Around(Weave.Jersey);

        List<Panel> back = [.. TopPieces.BackOfNeck(block, palette.Lining(Weave.Jersey), 0)];
        back.Add(TopPieces.NeckBand(block, rib with { Colour = palette.Main * 0.8f }, 2.1f, front: false));

        List<Panel> front = [];
        foreach (var side in new[] { -1, 1 })
        {
            front.Add(TopPieces.Sleeve(block, side, sleeveCloth, folds, dice, cuff: 0));
        }

        var strokes = TopPieces.BodyStrokes(block, dice, 2.4f);
        front.Add(new Panel(block.Body(), cloth)
        {
            Folds = folds,
            Strokes = strokes,
            Shadow = 0.3f,
            Lift = 0.3f,
        });
        front.Add(TopPieces.NeckBand(block, rib, 2.1f, front: true));
        return new Garment(back, front) { HangPoint = new Vector2(0, -0.5f), HangWidth = block.ShoulderHalf - 2 };
    }

    private static TopBlock Draft(Dice dice, bool longSleeves, bool hanging) => longSleeves
        ? new TopBlock
        {
            NeckHalf = dice.Between(8.5f, 10),
            NeckDepth = dice.Between(8, 10),
            ShoulderHalf = 20.5f,
            ChestHalf = 23.5f,
            ArmpitDepth = 21,
            WaistHalf = 22.5f,
            HemHalf = 24,
            Length = dice.Between(61, 67),
            SleeveLength = 54,
            CuffWidth = 9.5f,
            SleeveSkew = hanging ? 0 : dice.Around(0.22f),
            SleeveAngle = hanging ? 1.37f : dice.Between(1f, 1.27f),
            Elbow = dice.Between(0, 2.5f),
        }
        : new TopBlock
        {
            NeckHalf = dice.Between(8.5f, 9.8f),
            NeckDepth = dice.Between(8.5f, 10.5f),
            Length = dice.Between(66, 72),
            SleeveLength = dice.Between(18, 22),
            SleeveSkew = hanging ? 0 : dice.Around(0.22f),
            SleeveAngle = hanging ? 1.05f : dice.Between(0.5f, 0.8f),
        };
}
