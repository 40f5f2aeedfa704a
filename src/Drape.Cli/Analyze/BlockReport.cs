using Drape.Cli.Terminal;
using Drape.Inference;
using Drape.Styles;

namespace Drape.Cli.Analyze;

/// <summary>A calm block of lines a photo, for one or a few photos.</summary>
sealed class BlockReport(TextWriter writer, Ink ink) : Report
{
    /// <summary>Up to so many photos are shown in blocks.</summary>
    public const int Few = 4;

    const int LabelWidth = 9;
    bool _begun;

    public override void Add(PhotoReading reading)
    {
        if (_begun)
        {
            writer.WriteLine();
        }

        _begun = true;
        string turned = reading.Turned is { } degrees ? $", turned by {degrees}° to be read" : "";
        writer.WriteLine($"{Printable.Text(reading.Photo)}  {ink.Muted($"{reading.Width} x {reading.Height}{turned}")}");
        if (reading.Style is { } style)
        {
            writer.WriteLine();
            Write(style, ReadingText.IsCrowd(reading));
        }

        if (reading.Garments is [var only])
        {
            writer.WriteLine();
            Write(only);
        }
        else
        {
            WriteMany(reading);
        }
    }

    void Write(StyleReading style, bool isCrowd)
    {
        int width = Math.Max(12, style.Top.Max(s => s.Style.Length) + 2);
        bool stated = style.Stated != Verdict.Unclear;
        string others = ReadingText.List(style.Top.Skip(stated ? 1 : 0).Where(ReadingText.IsMentionable));
        Line("Style", stated
            ? ink.Accent(style.Stated.PadRight(width)) + ReadingText.Percent(style.Top[0].Confidence).PadLeft(4)
                + (others.Length > 0 ? ink.Muted($"   or {others}") : "")
            : Verdict.Unclear.PadRight(width) + "perhaps " + others);
        Line("", ReadingText.Levels(style) + (isCrowd ? ink.Muted($"   of {ReadingText.Wearer(0)}") : ""));
    }

    /// <summary>One garment, in lines of its own.</summary>
    void Write(Garment garment)
    {
        int width = Math.Max(12, Math.Max(ReadingText.Name(garment).Length, garment.Pattern.Length) + 2);
        Line("Type", TypeOf(garment, width));
        Line("Pattern", garment.Pattern == Verdict.Unclear ? Verdict.Unclear : garment.Pattern.PadRight(width)
            + ReadingText.Percent(garment.PatternConfidence).PadLeft(4));
        Line("Colour", garment.Colour.PadRight(width) + ReadingText.Percent(garment.ColourConfidence).PadLeft(4));
        foreach (var colour in garment.Colours)
        {
            Line("", $"{ink.Swatch(colour.Hex)}{colour.Name.PadRight(width)}"
                + $"{ReadingText.Percent(colour.Share).PadLeft(4)}   {colour.Hex}   {ink.Muted(colour.Shade)}");
        }

        if (ReadingText.Attributes(garment) is { Length: > 0 } attributes)
        {
            Line("Catalog", attributes);
        }
    }

    /// <summary>Several garments, a few short lines each, under the person who wears them.</summary>
    void WriteMany(PhotoReading reading)
    {
        var garments = reading.Garments;
        if (garments.Count == 0)
        {
            writer.WriteLine();
            writer.WriteLine("  No garment was found.");
            return;
        }

        int width = Math.Max(12, garments.Max(g => ReadingText.Name(g).Length) + 2);
        bool isCrowd = ReadingText.IsCrowd(reading);
        foreach (var worn in garments.GroupBy(g => g.Person))
        {
            if (isCrowd)
            {
                writer.WriteLine();
                writer.WriteLine("  " + ink.Muted(ReadingText.Wearer(worn.Key)));
            }

            foreach (var garment in worn)
            {
                WriteShortly(garment, width);
            }
        }
    }

    void WriteShortly(Garment garment, int width)
    {
        string indent = new(' ', 2 + width);
        writer.WriteLine();
        writer.WriteLine("  " + TypeOf(garment, width));
        string pattern = garment.Pattern == Verdict.Unclear ? "pattern unclear"
            : $"{garment.Pattern} {ReadingText.Percent(garment.PatternConfidence)}";
        writer.WriteLine($"{indent}{garment.Colour} {ReadingText.Percent(garment.ColourConfidence)}, {pattern}   "
            + string.Join("  ", garment.Colours.Select(c =>
                $"{ink.Swatch(c.Hex)}{ink.Muted(c.Hex)} {ReadingText.Percent(c.Share)}")));
        if (ReadingText.Attributes(garment) is { Length: > 0 } attributes)
        {
            writer.WriteLine(indent + ink.Muted(attributes));
        }
    }

    string TypeOf(Garment garment, int width)
    {
        string name = ReadingText.Name(garment);
        if (garment.CatalogName is not null)
        {
            return ink.Accent(name.PadRight(width)) + ink.Muted("   as a catalog has it");
        }

        string others = ReadingText.List(garment.Alternatives.Where(ReadingText.IsMentionable));
        return garment.Type == Verdict.Unclear
            ? ((name == Verdict.Unclear ? name.PadRight(width) : ink.Accent(name.PadRight(width))) + (others.Length > 0 ? $"perhaps {others}" : "")).TrimEnd()
            : ink.Accent(garment.Type.PadRight(width)) + ReadingText.Percent(garment.Confidence).PadLeft(4)
                + (others.Length > 0 ? ink.Muted($"   or {others}") : "");
    }

    void Line(string label, string text) => writer.WriteLine($"  {ink.Muted(label.PadRight(LabelWidth))}{text}");
}
