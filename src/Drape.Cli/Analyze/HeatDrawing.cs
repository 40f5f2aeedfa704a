using Drape.Cli.CommandLine;
using Drape.Imaging;
using Drape.Inference;
using Drape.Server.Hosting;
using Drape.Styles;

namespace Drape.Cli.Analyze;

/// <summary>The photo under the activation map of a style: where it shows.</summary>
sealed class HeatDrawing : IDrawing
{
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
        var heat = outfit.Map.Heat(shown.Class, outfit.Map.Width, outfit.Map.Height);
        // The label stands in the lower left corner, beside the outfit; with an empty mask it has no frame.
        var corner = new PixelBox(0, photo.Height - 1, 1, 1);
        return PhotoAnnotator.Draw(PhotoAnnotator.Heat(photo, heat),
            [new Annotation(corner, LabelOf(shown, outfit.Style), new Mask(1, 1, [0]))]);
    }

    /// <summary>What a reading calls unclear is no statement here either; of a style that was asked for its share is one.</summary>
    string LabelOf(ClassConfidence shown, Verdict style) => _style is null && !style.Sure
        ? $"{Verdict.Unclear}: {shown.Class}?" : $"{shown.Class} {ReadingText.Percent(shown.Confidence)}";
}
