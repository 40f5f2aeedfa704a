using Drape.Imaging;

namespace Drape.Garments;

/// <summary>
/// Finds the garments of a photo at as many looks as it takes: at a closer one where there are people in a wide photo, and at another where
/// nobody stands in shoes. Thread-safe.
/// </summary>
sealed class GarmentLooks(GarmentParser parser)
{
    // Width by height. People in a row of so many may be too small for one look to see anything; so many at least wear two things then.
    const double Panorama = 3;
    const int Row = 3;

    /// <summary>What the parser finds, and whether there are any people.</summary>
    /// <param name="pixels">The photo, upright.</param>
    /// <param name="studio">Whether it was taken before a shop's ground.</param>
    public (IReadOnlyList<FoundGarment> Found, bool People) Find(PixelImage pixels, bool studio)
    {
        using var parsed = parser.Parse(pixels);
        var found = GarmentFinder.Find(parsed);
        bool people = GarmentFinder.ShowsPeople(parsed);
        if (!people && (found.Count > 0 || pixels.Width < Panorama * pixels.Height))
        {
            return (found, false);
        }

        using var closely = parser.ParseClosely(pixels);
        found = closely is null ? found : Closer(found, GarmentFinder.Find(closely));
        if (!people)
        {
            return IsRow(found) ? (found, true) : ([], false);
        }

        // A shop's pictures are read well as they are: there more things would be found beside the product that are none.
        if (!studio && !parsed.ShowsShoes())
        {
            using var onward = parser.ParseOnward(pixels);
            found = Surer(found, GarmentFinder.Find(onward));
        }

        return (found, true);
    }

    /// <summary>Whether there are several people, fully dressed: of strips of street without anybody something else is often taken for one.</summary>
    internal static bool IsRow(IEnumerable<FoundGarment> found) =>
        found.Where(g => g.Person is not null).GroupBy(g => g.Person).Count(worn => worn.Count() > 1) >= Row;

    /// <summary>
    /// What a look at people as if they went on below the photo found, where it is surer of what they wear than the look at the photo as it is.
    /// </summary>
    internal static IReadOnlyList<FoundGarment> Surer(IReadOnlyList<FoundGarment> found, IReadOnlyList<FoundGarment> onward)
    {
        // Knee-length photos lose a little by it, which the twentieth spares most of.
        return Sureness(onward) > 1.05 * Sureness(found) ? onward : found;

        static double Sureness(IEnumerable<FoundGarment> found) => found.Where(g => g.Person is not null).Sum(g => g.Share * (g.Hint?.Confidence ?? 0));
    }

    /// <summary>
    /// What a closer look at people found, unless it lost most of what the first one saw somebody wear: of half a figure the windows may
    /// show too little to be anybody's.
    /// </summary>
    internal static IReadOnlyList<FoundGarment> Closer(IReadOnlyList<FoundGarment> first, IReadOnlyList<FoundGarment> nearer)
    {
        double seen = Worn(first), closely = Worn(nearer);
        return closely > 0 && 2 * closely >= seen ? nearer : first;

        static double Worn(IEnumerable<FoundGarment> found) => found.Where(g => g.Person is not null).Sum(g => g.Share);
    }
}
