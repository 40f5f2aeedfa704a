namespace Drape.Imaging;

/// <summary>What to draw for one finding.</summary>
/// <param name="Box">Where it is, in pixels of the picture that is drawn on.</param>
/// <param name="Label">A few words, such as "t-shirt 97 %"; empty for none.</param>
/// <param name="Mask">Its pixels over the whole picture, at any size, to be outlined while what no mask covers recedes; null draws the box only.</param>
/// <param name="Figure">Who wears it, by number: what one figure wears is told apart from what another does; null for nobody.</param>
/// <param name="Swatch">A colour to be shown in the label, R, G, B; null for none.</param>
public sealed record Annotation(PixelBox Box, string Label, Mask? Mask = null, int? Figure = null, (byte R, byte G, byte B)? Swatch = null);
