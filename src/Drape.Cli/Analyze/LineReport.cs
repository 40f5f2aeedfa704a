using Drape.Cli.Terminal;
using Drape.Inference;

namespace Drape.Cli.Analyze;

/// <summary>One line a photo, for many photos and for logs.</summary>
sealed class LineReport(TextWriter writer, Ink ink, IEnumerable<string> names) : Report
{
    const int WidestName = 48;
    readonly int _nameWidth = Math.Min(WidestName, names.Select(n => Printable.Text(n).Length).DefaultIfEmpty(0).Max());

    public override void Add(PhotoReading reading)
    {
        foreach (var garment in reading.Garments)
        {
            string name = Printable.Text(reading.Photo).PadRight(_nameWidth);
            writer.WriteLine($"{name}  {Type(garment),-22}  {Pattern(garment),-16}  "
                + string.Join("  ", garment.Colours.Select(c =>
                    $"{ink.Swatch(c.Hex)}{c.Name} {ink.Muted(c.Hex)} {ReadingText.Percent(c.Share)}")));
        }
    }

    static string Type(Garment garment) => garment.Type == Verdict.Unclear && garment.Alternatives.Count > 0
        ? $"unclear: {garment.Alternatives[0].Type}?"
        : $"{garment.Type} {ReadingText.Percent(garment.Confidence)}";

    static string Pattern(Garment garment) => garment.Pattern == Verdict.Unclear
        ? Verdict.Unclear : $"{garment.Pattern} {ReadingText.Percent(garment.PatternConfidence)}";
}
