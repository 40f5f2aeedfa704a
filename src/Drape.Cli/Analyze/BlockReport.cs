using Drape.Cli.Terminal;
using Drape.Inference;

namespace Drape.Cli.Analyze;

/// <summary>A calm block of lines a photo, for one or a few photos.</summary>
sealed class BlockReport(TextWriter writer, Ink ink) : Report
{
    /// <summary>Up to so many photos are shown in blocks.</summary>
    public const int Few = 4;

    /// <summary>An alternative less probable than this is not worth a word.</summary>
    const double Mentionable = 0.01;

    const int LabelWidth = 9;
    bool _begun;

    public override void Add(PhotoReading reading)
    {
        if (_begun)
        {
            writer.WriteLine();
        }

        _begun = true;
        writer.WriteLine($"{Printable.Text(reading.Photo)}  {ink.Muted($"{reading.Width} x {reading.Height}")}");
        foreach (var garment in reading.Garments)
        {
            writer.WriteLine();
            Write(garment);
        }
    }

    void Write(Garment garment)
    {
        int width = Math.Max(12, Math.Max(garment.Type.Length, garment.Pattern.Length) + 2);
        var alternatives = garment.Alternatives.Where(a => a.Confidence >= Mentionable);
        if (garment.Type == Verdict.Unclear)
        {
            Line("Type", "unclear".PadRight(width) + "perhaps " + ReadingText.List(alternatives));
        }
        else
        {
            string others = ReadingText.List(alternatives);
            Line("Type", ink.Accent(garment.Type.PadRight(width)) + ReadingText.Percent(garment.Confidence).PadLeft(4)
                + (others.Length > 0 ? ink.Muted($"   or {others}") : ""));
        }

        Line("Pattern", garment.Pattern == Verdict.Unclear ? Verdict.Unclear : garment.Pattern.PadRight(width)
            + ReadingText.Percent(garment.PatternConfidence).PadLeft(4));
        Line("Colour", garment.Colour.PadRight(width) + ReadingText.Percent(garment.ColourConfidence).PadLeft(4));
        foreach (var colour in garment.Colours)
        {
            Line("", $"{ink.Swatch(colour.Hex)}{colour.Name.PadRight(width)}"
                + $"{ReadingText.Percent(colour.Share).PadLeft(4)}   {colour.Hex}   {ink.Muted(colour.Shade)}");
        }
    }

    void Line(string label, string text) => writer.WriteLine($"  {ink.Muted(label.PadRight(LabelWidth))}{text}");
}
