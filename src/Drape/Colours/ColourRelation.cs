namespace Drape.Colours;

/// <summary>How the colours of an outfit stand to each other.</summary>
public enum ColourRelation
{
    /// <summary>Black, white, grays and what is nearly one.</summary>
    Neutrals,

    /// <summary>One colour, alone or among neutrals.</summary>
    OneColour,

    /// <summary>Colours that lie side by side on the colour wheel.</summary>
    Neighbours,

    /// <summary>Colours from far apart on the wheel, that set each other off.</summary>
    Contrast,

    /// <summary>Colours too far apart to be neighbours and too near to set each other off.</summary>
    Medley,
}
