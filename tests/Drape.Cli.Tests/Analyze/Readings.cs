using Drape.Colours;
using Drape.Imaging;
using Drape.Inference;
using Drape.Styles;

namespace Drape.Cli.Tests.Analyze;

/// <summary>Readings made by hand.</summary>
static class Readings
{
    public static PhotoReading Of(string photo, params Garment[] garments) => new()
    {
        Photo = photo,
        Width = 3024,
        Height = 4032,
        Garments = garments,
        Timings = new Dictionary<string, double> { ["decode"] = 21 },
        Models = new Dictionary<string, string> { ["reader"] = "reader-1@0123456789ab" },
    };

    public static StyleReading Style { get; } = new()
    {
        Stated = "rock",
        Top = [new("rock", 0.61), new("mode", 0.2), new("street", 0.09)],
        Formality = 2.1,
        Warmth = 3,
    };

    public static Garment Shirt { get; } = new()
    {
        Type = "t-shirt",
        Confidence = 0.967,
        Box = new PixelBox(1, 2, 3, 4),
        Colour = "navy",
        ColourConfidence = 0.8,
        Colours = [new("navy", "#1f2a4d", 0.81, "midnight blue"), new("white", "#f0eee8", 0.19, "off white")],
        Pattern = "striped",
        PatternConfidence = 0.912,
        Alternatives = [new("polo", 0.021), new("top", 0.011), new("shirt", 0.001)],
    };

    public static Garment Unclear { get; } = Shirt with
    {
        Type = Verdict.Unclear,
        Confidence = 0.41,
        Pattern = Verdict.Unclear,
        PatternConfidence = 0.3,
        Alternatives = [new("cardigan", 0.41), new("jacket", 0.35), new("blazer", 0.1)],
    };
}
