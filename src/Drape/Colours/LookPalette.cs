namespace Drape.Colours;

/// <summary>The few colours that an outfit is made of: those of its garments, like ones put together.</summary>
public static class LookPalette
{
    /// <summary>The most colours a palette holds.</summary>
    public const int Most = 6;

    // Nearer than this in OKLab two swatches of a strip look like one.
    const double Alike = 0.07;

    // Less than this of an outfit is no swatch.
    const double Least = 0.02;

    /// <summary>Puts garments' colours together.</summary>
    /// <param name="garments">Of each garment its colours and how large it is in the photo, in any unit.</param>
    /// <returns>The largest share first; the shares sum to 1. Empty without garments of any size.</returns>
    public static IReadOnlyList<NamedColour> Of(IEnumerable<(IReadOnlyList<NamedColour> Colours, double Size)> garments)
    {
        ArgumentNullException.ThrowIfNull(garments);
        var swatches = new List<Swatch>();
        foreach (var (colour, weight) in garments.SelectMany(g => g.Colours.Select(c => (Colour: c, Weight: c.Share * g.Size)))
            .OrderByDescending(c => c.Weight))
        {
            var lab = OkLab.FromHex(colour.Hex);
            int near = swatches.FindIndex(s => s.Colour.Distance(lab) < Alike);
            if (near < 0)
            {
                swatches.Add(new Swatch(colour, lab, weight));
            }
            else
            {
                swatches[near] = swatches[near] with { Weight = swatches[near].Weight + weight };
            }
        }

        double all = swatches.Sum(s => s.Weight);
        Swatch[] kept = [.. swatches.Where(s => s.Weight > 0 && s.Weight >= Least * all)
            .OrderByDescending(s => s.Weight).Take(Most)];
        double sum = kept.Sum(s => s.Weight);
        return [.. kept.Select(s =>
            new NamedColour(s.Named.Name, s.Named.Hex, Math.Round(s.Weight / sum, 4), s.Named.Shade))];
    }

    /// <param name="Named">The largest of the colours that it stands for.</param>
    /// <param name="Colour">The same as a place in OKLab.</param>
    /// <param name="Weight">How much there is of all of them.</param>
    sealed record Swatch(NamedColour Named, OkLab Colour, double Weight);
}
