using Drape.Drawing.Chance;
using Drape.Drawing.Cloth;
using Drape.Drawing.Cuts;
using Drape.Drawing.Geometry;
using Drape.Drawing.Photography;

namespace Drape.Drawing.Figures;

/// <summary>Puts somebody together from back to front: hair, legs, clothes, arms, what is over them, head.</summary>
internal sealed class Dressing
{
    private readonly Stance stance;
    private readonly Limbs limbs;
    private readonly Head head;
    private readonly Footwear footwear;
    private readonly Overs? over;
    private readonly Tops? top;
    private readonly Bottoms? below;
    private readonly Dresses? dress;
    private readonly bool tucked;

    public Dressing(FigureScene scene, Dice dice)
    {
        stance = new Stance(scene.Body, ArmOf(scene), dice.Fork());
        var skin = LinearColour.FromHex(scene.Skin);
        limbs = new Limbs(stance, skin);
        head = new Head(stance, scene.Hair, skin, LinearColour.FromHex(scene.HairColour), dice.Fork());
        footwear = new Footwear(stance, scene.Shoes, dice.Fork());
        over = scene.Over is null ? null : new Overs(stance, scene.Over, dice.Fork());
        switch (scene.Attire)
        {
            case Separates separates:
                tucked = separates.Tucked;
                top = new Tops(stance, separates.Top, tucked, dice.Fork());
                below = new Bottoms(stance, separates.Below, dice.Fork());
                break;
            case InOnePiece whole:
                dress = new Dresses(stance, whole.Dress, dice.Fork());
                break;
        }
    }

    /// <summary>How the person stands.</summary>
    public Stance Stance => stance;

    public IEnumerable<Panel> Panels() =>
    [
        .. head.Behind(),
        .. over?.Back() ?? [],
        .. top?.Back() ?? [],
        limbs.Leg(-stance.Lean),
        limbs.Leg(stance.Lean),
        .. footwear.AreBoots && FitsIntoBoots ? [] : footwear.Pair(limbs),
        limbs.Neck(),
        .. Trunk(),
        .. over is null ? Arms() : [],
        .. over?.Fronts() ?? [],
        .. over is null ? [] : Arms(),
        .. head.Front(),
    ];

    /// <summary>A hand goes only into a pocket that can be reached: of a long coat, or of trousers that no top covers.</summary>
    private static ArmKind ArmOf(FigureScene scene)
    {
        var reached = scene.Over is { } over ? Overs.HasPockets(over.Kind) : scene.Attire is Separates { Tucked: true } worn
            && Bottoms.HasPockets(worn.Below.Kind);
        return scene.Arm == ArmKind.InPocket && !reached ? ArmKind.Hanging : scene.Arm;
    }

    private Material Pocket => over?.Cloth ?? below!.Cloth;

    private bool FitsIntoBoots => below?.FitsIntoBoots ?? true;

    /// <summary>Where sleeves leave the arms bare, in knots of an arm.</summary>
    private float Bare => over is not null ? Sleeves.Cuff : top?.Bare ?? dress!.Bare;

    private IEnumerable<Panel> Trunk()
    {
        var boots = footwear.AreBoots && FitsIntoBoots && below is { IsSkirt: false };
        var under = footwear.AreBoots && FitsIntoBoots && !boots ? footwear.Pair(limbs) : [];
        IEnumerable<Panel> lower = [.. under, .. below?.Pieces() ?? [], .. boots ? footwear.Pair(limbs) : []];
        var upper = top?.Body() ?? dress!.Body();
        return tucked ? [.. upper, .. lower] : [.. lower, .. upper];
    }

    private IEnumerable<Panel> Arms() => ((int[])[stance.Lean, -stance.Lean]).SelectMany(Arm);

    private IEnumerable<Panel> Arm(int side)
    {
        return
        [
            .. limbs.Arm(side, Bare),
            .. over?.Sleeve(side) ?? top?.Sleeve(side) ?? dress?.Sleeve(side) ?? [],
            .. stance.ArmOn(side) == ArmKind.InPocket ? [Around(side, Pocket)] : (Panel[])[],
        ];
    }

    /// <summary>The part of a pocket that covers a hand.</summary>
    private Panel Around(int side, Material cloth)
    {
        var outline = new Curve().Corner(stance.Across(side * 0.52f, 75.5f)).Corner(stance.Across(side * 1.06f, 80))
            .Through(stance.Across(side * 1.06f, 86)).Through(stance.Across(side * 0.9f, 91)).Through(stance.Across(side * 0.62f, 89))
            .Through(stance.Across(side * 0.5f, 82)).Closed();
        return new Panel(outline, cloth)
        {
            Edge = 0.55f,
            EdgeWidth = 2.2f,
            Lift = 0.3f,
            Shadow = 0.12f,
            Folds = new FoldStyle(0.3f, 6, 2, 0.25f, 0.2f),
            Strokes = [Stroke.Seam([stance.Across(side * 0.52f, 75.8f), stance.Across(side * 1.04f, 80.3f)], 0.12f)],
        };
    }
}
