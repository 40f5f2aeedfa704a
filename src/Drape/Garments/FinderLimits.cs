namespace Drape.Garments;

/// <summary>
/// What counts as a person and as a garment in a parsed photo. Those of garments were chosen on the outfits' masks, where they weigh garments found
/// against things found that are none; the parser's card states what <c>drape eval outfits</c> says of both.
/// </summary>
static class FinderLimits
{
    /// <summary>Least part of a photo that must not be background; below it nothing was parsed.</summary>
    public const double Foreground = 0.02;

    /// <summary>Least part of the foreground that is skin and hair where a person is.</summary>
    public const double Body = 0.04;

    /// <summary>Least part of the foreground of a thing to wear that speaks for a person.</summary>
    public const double Thing = 0.03;

    /// <summary>How many such things also lie together without anybody.</summary>
    public const int Things = 3;

    /// <summary>How many times less <see cref="Body"/> is asked for with each thing more.</summary>
    public const double ByThing = 4;

    /// <summary>Least part of the photo's upper edge that is something to wear where somebody is seen from the waist down.</summary>
    public const double Cut = 0.1;

    /// <summary>How low the middle of shoes is there at least, by the photo's height.</summary>
    public const double Feet = 0.6;

    /// <summary>Least size of another figure, by the main one's.</summary>
    public const double Figure = 0.2;

    /// <summary>How tall a smaller figure is at least, by the main one's height, where both stand on one ground: a child beside somebody.</summary>
    public const double Smaller = 0.28;

    /// <summary>How far apart the feet of such two are at most, by the main one's height. Passers-by farther off have theirs higher up.</summary>
    public const double OneGround = 0.12;

    /// <summary>Least part of a figure that is the hair of a head.</summary>
    public const double Head = 0.004;

    /// <summary>How low in a figure the middle of a head's hair may lie, by the figure's height.</summary>
    public const double HeadHeight = 0.4;

    /// <summary>How far apart two heads are at least, by their figure's height.</summary>
    public const double HeadsApart = 0.2;

    /// <summary>Least skin of a face, by the hair of its head, where that is lower than another's.</summary>
    public const double Face = 0.3;

    /// <summary>How far apart two heads are at least that the photo's upper edge cuts off, by their figure's width.</summary>
    public const double CutHeadsApart = 0.45;

    /// <summary>How far from a figure a part of it may lie, such as a shoe or a bag, by the photo's height.</summary>
    public const double Reach = 0.05;

    /// <summary>Least size of a part of a garment, by its largest part; smaller ones are specks.</summary>
    public const double Part = 0.15;

    /// <summary>Least size of a garment, by its figure's.</summary>
    public const double Garment = 0.004;

    /// <summary>Least mean probability of a garment's group over its pixels.</summary>
    public const double Probability = 0.45;

    /// <summary>Least part of what a figure wears that is a garment of which something must be told.</summary>
    public const double Main = 0.15;

    /// <summary>Least mean probability of such a garment's group: of whom a part is seen the parser is in doubt what it is, but not that it is there.</summary>
    public const double MainProbability = 0.35;

    /// <summary>How probable a larger garment is, by a smaller one's own probability, where it takes its pixels.</summary>
    public const double Rival = 0.45;

    /// <summary>How far from each other two parts of one thing without a person may lie, by the photo's longer side.</summary>
    public const double Beside = 0.03;

    /// <summary>Least size of a part that is a thing of its own where it lies farther off, by the other part's.</summary>
    public const double Alike = 0.4;

    /// <summary>Least part of a thing without a person that one group claims, where it is told from a thing beside it.</summary>
    public const double Ruled = 0.7;
}
