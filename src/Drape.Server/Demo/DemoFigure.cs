using Drape.Drawing.Figures;

namespace Drape.Server.Demo;

/// <summary>How somebody of the demo looks, whatever they wear.</summary>
/// <param name="Body">How they are built.</param>
/// <param name="Skin">The colour of the skin as sRGB 0xRRGGBB.</param>
/// <param name="Hair">The cut of the hair.</param>
/// <param name="HairColour">Its colour as sRGB 0xRRGGBB.</param>
sealed record DemoFigure(BodyKind Body, int Skin, HairKind Hair, int HairColour);
