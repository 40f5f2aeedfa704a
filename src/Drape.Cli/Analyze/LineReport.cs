using Drape.Cli.Terminal;
using Drape.Inference;

namespace Drape.Cli.Analyze;

/// <summary>One line a garment and one for the outfit's style, for many photos and for logs.</summary>
sealed class LineReport(TextWriter writer, Ink ink, IEnumerable<string> names) : Report
{
    const int WidestName = 48, WearerWidth = 9;
    readonly int _nameWidth = Math.Min(WidestName, names.Select(n => CellWidth.Of(Printable.Text(n))).DefaultIfEmpty(0).Max());

    public override void Add(PhotoReading reading)
    {
        string name = CellWidth.Pad(Printable.Text(reading.Photo), _nameWidth);
        bool isCrowd = ReadingText.IsCrowd(reading);
        foreach (var garment in reading.Garments)
        {
            writer.WriteLine($"{name}  {Whose(garment.Person)}{Type(garment),-25}  {Pattern(garment),-16}  {Colour(garment),-15}  "
                + string.Join("  ", garment.Colours.Select(c =>
                    $"{ink.Swatch(c.Hex)}{c.Name} {ink.Muted(c.Hex)} {ReadingText.Percent(c.Share)}")));
        }

        if (reading.Garments.Count == 0)
        {
            writer.WriteLine($"{name}  no garment");
        }

        if (reading.Style is { } style)
        {
            string stated = style.Stated == Verdict.Unclear ? $"unclear: {style.Top[0].Style}?"
                : $"{style.Stated} {ReadingText.Percent(style.Top[0].Confidence)}";
            writer.WriteLine($"{name}  {Whose(0)}style {stated,-19}  {ReadingText.Levels(style)}");
        }

        string Whose(int? person) => isCrowd ? $"{ReadingText.Wearer(person).ToLowerInvariant(),-WearerWidth}  " : "";
    }

    static string Type(Garment garment) => ReadingText.Name(garment) + (garment.Type != Verdict.Unclear ? $" {ReadingText.Percent(garment.Confidence)}"
        : garment.CatalogName is null && ReadingText.Guess(garment) is { } guess ? $": {guess.Type}?" : "");

    /// <summary>What the garment is called after; by its share alone another colour may be first, as in the shade.</summary>
    static string Colour(Garment garment) => $"{garment.Colour} {ReadingText.Percent(garment.ColourConfidence)}";

    static string Pattern(Garment garment) => garment.Pattern == Verdict.Unclear
        ? Verdict.Unclear : $"{garment.Pattern} {ReadingText.Percent(garment.PatternConfidence)}";
}
