using Drape.Colours;
using Drape.Garments;
using Drape.Imaging;
using Drape.Inference;
using Drape.Styles;

namespace Drape.Server.Tests.Eva;

/// <summary>
/// An outfit as the networks would have found it, without anybody's photo: the garments lie below each other, the styles'
/// maps say which of them speaks for what.
/// </summary>
sealed class DressedLook
{
    const int Width = 480, Height = 640, Places = 8;

    readonly List<(Garment Garment, GarmentFindings Findings, int Top, int Bottom)> _garments = [];
    readonly List<(string Style, double Confidence, int? Garment)> _styles = [];
    double _stated = 0.4;

    /// <summary>A navy blazer over white jeans, business casual by the blazer and casual by the jeans.</summary>
    public static DressedLook Smart() => new DressedLook()
        .Wearing("blazer", "navy", "#1f2a4d", 0.94).Wearing("jeans", "white", "#f0efec", 0.91)
        .Reads("business-casual", 0.62, 0).Reads("casual", 0.21, 1).Reads("formal", 0.09, null);

    /// <summary>Adds a garment below those that are there; one that is unclear is either of its first two alternatives.</summary>
    public DressedLook Wearing(string type, string colour, string hex, double confidence = 0.9, string pattern = "solid",
        int? person = 0, string[]? alternatives = null, double either = 0.6, string article = "unclear", string kind = "unclear")
    {
        int top = 40 + (_garments.Count * 140), bottom = top + 120;
        byte[] mask = new byte[Width / 4 * (Height / 4)];
        for (int y = top / 4; y < bottom / 4; y++)
        {
            mask.AsSpan((y * (Width / 4)) + 30, 60).Fill(255);
        }

        var bounds = new PixelBox(120, top, 240, bottom - top);
        var shade = new NamedColour(colour, hex, 1, colour);
        var verdicts = new Dictionary<string, Verdict>
        {
            ["type"] = new([new ClassConfidence(type, confidence)], 0), ["pattern"] = new([new ClassConfidence(pattern, 0.9)], 0),
        };
        _garments.Add((new Garment
        {
            Type = type,
            Confidence = confidence,
            Person = person,
            Box = bounds,
            Colour = colour,
            ColourConfidence = 0.9,
            Colours = [shade],
            Pattern = pattern,
            PatternConfidence = 0.9,
            Attributes = new Dictionary<string, string> { ["articleType"] = article, ["subCategory"] = kind },
            Alternatives = [.. (alternatives ?? []).Select((a, i) => new TypeAlternative(a, (either / 2) + (i == 0 ? 0.02 : -0.02)))],
        }, new GarmentFindings(new FoundGarment(null, person, new Mask(Width / 4, Height / 4, mask), bounds, Width, Height),
            new GarmentVerdicts(verdicts, verdicts), new ColourReading(colour, [shade])), top, bottom));
        return this;
    }

    /// <summary>Adds a style, which shows on one of the garments, or nowhere.</summary>
    public DressedLook Reads(string style, double confidence, int? garment)
    {
        _styles.Add((style, confidence, garment));
        return this;
    }

    /// <summary>Says how sure the first style must be to be stated.</summary>
    public DressedLook StatedFrom(double confidence)
    {
        _stated = confidence;
        return this;
    }

    /// <summary>What was read, and what was found.</summary>
    public (PhotoReading Reading, PhotoFindings Findings) Seen(string name = "look.jpg")
    {
        var style = _styles.Count == 0 ? null : new StyleFindings(
            new Verdict([.. _styles.Select(s => new ClassConfidence(s.Style, s.Confidence))], _stated), 3.2, 2.1, Map());
        return (new PhotoReading
        {
            Photo = name,
            Width = Width,
            Height = Height,
            Garments = [.. _garments.Select(g => g.Garment)],
            Style = style is null ? null : StyleReading.Of(style),
            Timings = new Dictionary<string, double> { ["decode"] = 1 },
            Models = new Dictionary<string, string>(),
        }, new PhotoFindings([.. _garments.Select(g => g.Findings)], style, new Dictionary<string, double>()));
    }

    StyleMap Map()
    {
        float[] values = new float[_styles.Count * Places * Places];
        for (int s = 0; s < _styles.Count; s++)
        {
            if (_styles[s].Garment is { } garment)
            {
                int middle = (_garments[garment].Top + _garments[garment].Bottom) / 2 * Places / Height;
                values.AsSpan((s * Places * Places) + (middle * Places) + 3, 2).Fill(4);
            }
        }

        return new StyleMap([.. _styles.Select(s => s.Style)], Places, Places, values);
    }
}
