using Drape.Colours;
using Drape.Garments;
using Drape.Imaging;

namespace Drape;

/// <summary>What was found of one garment, before it is put into words.</summary>
/// <param name="Verdicts">The reader's answers.</param>
/// <param name="Colours">Its measured colours.</param>
/// <param name="Foreground">Which pixels are garment.</param>
/// <param name="ReadMilliseconds">How long the network took.</param>
/// <param name="ColourMilliseconds">How long mask and colours took.</param>
public sealed record GarmentFindings(GarmentVerdicts Verdicts, ColourReading Colours, Mask Foreground,
    double ReadMilliseconds, double ColourMilliseconds);
