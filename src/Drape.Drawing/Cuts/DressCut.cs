using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Cloth;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Cuts;

/// <summary>Summer dresses: a fitted bodice, sleeveless or with short sleeves, and a gathered skirt.</summary>
internal static class DressCut
{
    public static Garment Cut(Palette palette, Dice dice, bool hanging)
    {
        var block = new TopBlock
        {
            NeckHalf = dice.Between(9.5f, 11),
            NeckDepth = dice.Between(11, 14),
            ShoulderHalf = 17.5f,
            ShoulderDrop = 2.6f,
            ChestHalf = 21.5f,
            ArmpitDepth = 20,
            Length = 40,
            SleeveLength = 13,
            CuffWidth = 16,
            SleeveSkew = hanging ? 0 : dice.Around(0.22f),
            SleeveAngle = hanging ? 1f : dice.Between(0.7f, 0.95f),
        };
        var waist = dice.Between(17.5f, 19);
        var hem = dice.Between(34, 44);
        var length = dice.Between(90, 102);
        var cloth = palette.Printed(Weave.Poplin, new Vector2(0, 28), 9);
        var folds = new FoldStyle(dice.Around(0.2f), dice.Between(4.5f, 6.5f), 5, 0.75f, 0.14f);

        List<Panel> back = [.. TopPieces.BackOfNeck(block, palette.Lining(Weave.Poplin), 0)];
        List<Panel> front = [];
        if (dice.Chance(0.65f))
        {
            foreach (var side in new[] { -1, 1 })
            {
                var around = palette.Around(Weave.Poplin);
                front.Add(TopPieces.Sleeve(block, side, around, folds with { Height = 0.4f }, dice, cuff: 0));
            }
        }

        front.Add(Skirt(palette.Around(Weave.Poplin), folds, dice, waist, block.Length, hem, length));
        front.Add(Bodice(block, cloth, dice, waist));
        var facing = Shapes.Between(
            TopBlock.Neckline(block.NeckDepth, block.NeckHalf), TopBlock.Neckline(block.NeckDepth + 1.1f,
                block.NeckHalf + 0.9f));
        front.Add(new Panel(facing, palette.Plain(Weave.Poplin)) { Lift = 0.12f, Shadow = 0.25f, Edge = 0.14f });
        return new Garment(back, front) { HangPoint = new Vector2(0, -0.5f), HangWidth = 16.5f, Bulge = 0.8f };
    }

    private static Panel Bodice(TopBlock block, Material cloth, Dice dice, float waist)
    {
        var outline = new Curve()
            .Through(0, block.NeckDepth).Through(block.NeckHalf * 0.72f, block.NeckDepth * 0.68f)
            .Corner(block.NeckHalf, 0).Corner(block.ShoulderTip)
            .Through(block.ShoulderHalf - 2, 12).Corner(block.Armpit)
            .Through((block.ChestHalf + waist) / 2 - 0.5f, 31).Corner(waist, block.Length).Through(0, block.Length + 1)
            .Mirrored().Closed();
        var strokes = new List<Stroke>();
        strokes.AddRange(block.ArmpitCreases(1, dice));
        strokes.AddRange(block.ArmpitCreases(-1, dice));
        foreach (var side in new[] { -1, 1 })
        {
            var dart = new Curve().Through(8.5f, block.Length + 0.5f).Through(9.4f, 27).OnSide(side).Open();
            strokes.Add(Stroke.Seam(dart, 0.12f));
        }

        return new Panel(outline, cloth)
        {
            Folds = new FoldStyle(dice.Around(0.4f), 6, 2.5f, 0.32f, 0.2f),
            Strokes = strokes,
            Lift = 0.3f,
            Shadow = 0.45f,
        };
    }

    private static Panel Skirt(
        Material cloth, FoldStyle folds, Dice dice, float waist, float top, float hem, float length)
    {
        var outline = SkirtCut.Flare(waist, top - 1, hem, length, dice);
        var strokes = new List<Stroke>(SkirtCut.Gathers(waist, top, hem, length, dice));
        return new Panel(outline, cloth) { Folds = folds, Strokes = strokes, Lift = 0.6f, Edge = 0.2f };
    }
}
