using Drape.Cli.CommandLine;
using Drape.Imaging;
using Drape.Inference;
using Drape.Styles;

namespace Drape.Cli.Analyze;

/// <summary>The photo under the activation map of a style: where it shows.</summary>
sealed class HeatDrawing : IDrawing
{
    // The accent of Drape's look, its tint, and the paper that everything else fades into.
    static readonly byte[] Paper = [0xFA, 0xF7, 0xF2];
    static readonly byte[] Tint = [0xD9, 0x8A, 0x95];
    static readonly byte[] Accent = [0x7B, 0x2D, 0x3B];

    readonly string? _style;
    int _without;

    HeatDrawing(string? style) => _style = style;

    /// <summary>Photos without an outfit: there is no picture of those.</summary>
    public int Without => _without;

    /// <param name="style">Whose map is shown; each photo's first style if null.</param>
    /// <exception cref="WrongUseException">The networks know no such style.</exception>
    public static HeatDrawing Of(string? style)
    {
        using var catalog = ModelCatalog.Open();
        var styles = catalog.Find(StyleReader.ModelName).Head(StyleReader.StyleHead).Classes;
        return style is null || styles.Contains(style) ? new HeatDrawing(style) : throw new WrongUseException(
            $"There is no style '{style}'."
            + (NearestName.Of(style, styles) is { } nearest ? $" Did you mean '{nearest}'?" : "")
            + $" The styles are {string.Join(", ", styles)}.");
    }

    public PixelImage? Draw(PixelImage photo, PhotoReading reading, PhotoFindings findings)
    {
        if (findings.Style is not { } outfit)
        {
            Interlocked.Increment(ref _without);
            return null;
        }

        var shown = outfit.Style.Ranked.First(s => _style is null || s.Class == _style);
        var picture = photo.Copy();
        byte[] heat = outfit.Map.Heat(shown.Class, photo.Width, photo.Height).Values;
        for (int i = 0; i < heat.Length; i++)
        {
            Blend(picture.Pixels.AsSpan(3 * i, 3), heat[i] / 255.0);
        }

        var whole = new PixelBox(0, 0, photo.Width, photo.Height);
        return PhotoAnnotator.Draw(picture,
            [new Annotation(whole, $"{shown.Class} {ReadingText.Percent(shown.Confidence)}")]);
    }

    static void Blend(Span<byte> pixel, double heat)
    {
        for (int c = 0; c < 3; c++)
        {
            double colour = double.Lerp(Tint[c], Accent[c], heat);
            double faded = double.Lerp(pixel[c], Paper[c], 0.3 * (1 - heat));
            pixel[c] = (byte)Math.Round(double.Lerp(faded, colour, 0.65 * heat));
        }
    }
}
