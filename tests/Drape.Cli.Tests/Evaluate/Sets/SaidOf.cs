using Drape.Garments;
using Drape.Inference;

namespace Drape.Cli.Tests.Evaluate.Sets;

/// <summary>What a reading might have said.</summary>
static class SaidOf
{
    /// <summary>A garment of a type, stated from 0.5 on.</summary>
    public static GarmentVerdicts Garment(string type, double confidence, GarmentScene scene = GarmentScene.Worn)
    {
        var said = new Dictionary<string, Verdict> { [GarmentVerdicts.TypeHead] = new([new ClassConfidence(type, confidence)], 0.5) };
        return new GarmentVerdicts(said, said) { Scene = scene };
    }
}
