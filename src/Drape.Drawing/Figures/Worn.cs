namespace Drape.Drawing.Figures;

/// <summary>A garment that somebody wears.</summary>
/// <typeparam name="TKind">What there is to choose from.</typeparam>
/// <param name="Kind">What it is.</param>
/// <param name="Colour">The main colour of the cloth as sRGB 0xRRGGBB.</param>
/// <param name="Pattern">What is printed on it or woven into it; shoes and coats show none.</param>
/// <param name="SecondColour">The colour of the pattern, the sole or the buttons as sRGB 0xRRGGBB.</param>
public sealed record Worn<TKind>(
    TKind Kind, int Colour, GarmentPattern Pattern = GarmentPattern.Solid, int SecondColour = 0xF0EEE8)
    where TKind : struct, Enum;
