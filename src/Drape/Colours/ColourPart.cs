namespace Drape.Colours;

/// <summary>A colour and how much of an outfit it is.</summary>
/// <param name="Colour">The colour.</param>
/// <param name="Share">Above 0; shares are taken relative to each other.</param>
public readonly record struct ColourPart(OkLab Colour, double Share);
