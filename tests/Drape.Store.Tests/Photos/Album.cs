using Drape.Imaging;
using Drape.Store.Blobs;
using Drape.Store.Photos;
using Drape.Styles;

namespace Drape.Store.Tests.Photos;

/// <summary>Readings for tests.</summary>
static class Album
{
    /// <summary>A photo of an outfit, from a URL of the name.</summary>
    public static NewPhoto Photo(string name, string style, params Garment[] garments) => new()
    {
        Source = $"https://shop.example/{name}",
        Content = BlobKey.Of(System.Text.Encoding.UTF8.GetBytes(name)),
        Reading = Reading(name, style, garments),
    };

    public static PhotoReading Reading(string name, string style = "casual", params Garment[] garments) => new()
    {
        Photo = name,
        Width = 30,
        Height = 40,
        Garments = garments,
        Style = new StyleReading
        {
            Stated = style,
            Top = [new StyleConfidence(style, 0.61), new StyleConfidence("formal", 0.2)],
            Formality = 2.1,
            Warmth = 2.4,
        },
        Timings = new Dictionary<string, double> { ["decode"] = 1.5 },
        Models = new Dictionary<string, string> { ["reader"] = "reader-2026-11@0123456789ab" },
    };

    public static Garment Garment(string type, string colour = "navy", string article = "Tshirts", string gender = "Men",
        string pattern = "solid") => new()
    {
        Type = type,
        Confidence = 0.97,
        Box = new PixelBox(1, 2, 20, 30),
        Colour = colour,
        ColourConfidence = 0.9,
        Colours = [],
        Pattern = pattern,
        PatternConfidence = 0.8,
        Attributes = new Dictionary<string, string>
        {
            ["gender"] = gender, ["masterCategory"] = "Apparel", ["subCategory"] = "Topwear", ["articleType"] = article,
        },
        Alternatives = [new TypeAlternative("polo", 0.02)],
    };
}
