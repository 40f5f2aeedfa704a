using Drape.Colours;
using Drape.Garments;

namespace Drape;

/// <summary>What was found of one garment, before it is put into words.</summary>
/// <param name="Place">Where it is, and which pixels.</param>
/// <param name="Verdicts">The reader's answers.</param>
/// <param name="Colours">Its measured colours.</param>
public sealed record GarmentFindings(FoundGarment Place, GarmentVerdicts Verdicts, ColourReading Colours)
{
    /// <summary>A vector of unit length that is near those of look-alikes; null where the reader has none.</summary>
    public float[]? Embedding => Verdicts.Embedding;
}
