using Drape.Colours;
using Drape.Inference;

namespace Drape.Server.Eva;

/// <summary>What Eva speaks of: a photo's reading, and what follows from its findings.</summary>
sealed record Look
{
    /// <summary>What was read.</summary>
    public required PhotoReading Reading { get; init; }

    /// <summary>The colours of what the main figure wears, put together.</summary>
    public required IReadOnlyList<NamedColour> Palette { get; init; }

    /// <summary>How these go together.</summary>
    public required Harmony Harmony { get; init; }

    /// <summary>The garment that speaks most for the first style, counted as in the reading; null where none stands out.</summary>
    public int? Carrier { get; init; }

    /// <summary>The garment that speaks for the second style instead; null where none does.</summary>
    public int? SecondCarrier { get; init; }

    /// <summary>Numbers of the garments that she speaks of: those of the main figure, from head to foot.</summary>
    public IEnumerable<int> Worn => Enumerable.Range(0, Reading.Garments.Count)
        .Where(i => Reading.Garments[i].Person is null or 0)
        .OrderBy(i => Reading.Garments[i].Box.Y);

    /// <summary>Whether more than one person is dressed in the photo.</summary>
    public bool HasOthers => Reading.Garments.Any(g => g.Person > 0);

    /// <summary>Sees what follows from a photo's findings.</summary>
    public static Look Of(PhotoReading reading, PhotoFindings findings)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(findings);
        var palette = LookPalette.Of(reading.Garments.Zip(findings.Garments)
            .Where(pair => pair.First.Person is null or 0)
            .Select(pair => (pair.First.Colours, Area(pair.Second))));
        var (first, second) = Carriers(reading, findings);
        return new Look
        {
            Reading = reading,
            Palette = palette,
            Harmony = Harmony.Of([.. palette.Select(c => new ColourPart(OkLab.FromHex(c.Hex), c.Share))]),
            Carrier = first,
            SecondCarrier = second,
        };
    }

    static double Area(GarmentFindings garment) => garment.Place.Mask.Values.Sum(v => (long)v) / 255.0
        / garment.Place.Mask.Values.Length;

    /// <summary>
    /// By the activation map: of all that speaks for a style, how much lies on each garment. The first must have a quarter
    /// of it; the second style's is the one that speaks most for it beyond what it says for the first.
    /// </summary>
    static (int? First, int? Second) Carriers(PhotoReading reading, PhotoFindings findings)
    {
        const double enough = 0.25, secondEnough = 0.12, heard = 0.15, lead = 0.05;
        if (findings.Style is not { } style || style.Style.Ranked.Count < 2)
        {
            return (null, null);
        }

        var shares = new List<(int Garment, double First, double Second)>();
        for (int i = 0; i < findings.Garments.Count; i++)
        {
            if (reading.Garments[i] is { Person: null or 0 } and not { Type: Verdict.Unclear })
            {
                var mask = findings.Garments[i].Place.Mask;
                shares.Add((i, style.Map.ShareIn(style.Style.Ranked[0].Class, mask),
                    style.Map.ShareIn(style.Style.Ranked[1].Class, mask)));
            }
        }

        if (shares.Count == 0 || shares.MaxBy(s => s.First) is not { First: >= enough } carrier)
        {
            return (null, null);
        }

        var rival = shares.Where(s => s.Garment != carrier.Garment && s.Second >= secondEnough && s.Second - s.First >= lead)
            .OrderByDescending(s => s.Second - s.First).Select(s => (int?)s.Garment).FirstOrDefault();
        return (carrier.Garment, style.Style.Ranked[1].Confidence >= heard ? rival : null);
    }
}
