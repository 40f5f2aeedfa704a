using Drape.Imaging;
using Drape.Styles;

namespace Drape;

/// <summary>What was found in a photo, before it is put into words.</summary>
/// <param name="Garments">The garments, those of the main figure first, then the larger first; at least one, unless
/// a person is there and nothing that could be worn.</param>
/// <param name="Style">The style of the outfit; null where nobody wears one.</param>
/// <param name="Timings">How long each step took, in milliseconds: turn, parse, read, colours, style.</param>
public sealed record PhotoFindings(IReadOnlyList<GarmentFindings> Garments, StyleFindings? Style,
    IReadOnlyDictionary<string, double> Timings)
{
    /// <summary>
    /// By how many quarters, clockwise, the photo was turned to be read, 0 to 3: it lay on its side or its head and did not say so. Boxes,
    /// masks and maps are of the photo as it is.
    /// </summary>
    public int Quarters { get; init; }

    /// <summary>The same in a photo of which the one that they were found in is a part.</summary>
    /// <param name="part">That part.</param>
    /// <param name="width">The photo's width, in the pixels of <paramref name="part"/>.</param>
    /// <param name="height">Its height.</param>
    internal PhotoFindings Within(PixelBox part, int width, int height) => this with
    {
        Garments = [.. Garments.Select(g => g with { Place = g.Place.Within(part, width, height) })],
        Style = Style is null ? null : Style with { Map = Style.Map.Within(part, width, height) },
    };

    /// <summary>What was found in a photo turned by so many quarters, clockwise, on the photo as it is.</summary>
    internal PhotoFindings TurnedBack(int quarters) => this with
    {
        Garments = [.. Garments.Select(g => g with { Place = g.Place.Turned(-quarters) })],
        Style = Style is null ? null : Style with { Map = Style.Map.Turned(-quarters) },
        Quarters = quarters,
    };
}
