using Drape.Imaging;

namespace Drape.Garments;

/// <summary>
/// Finds the garments in a parsed photo. On a person every group is one garment, be it in parts like a pair of shoes.
/// Without a person everything in front of the background is one garment, unless its parts are clearly different ones.
/// </summary>
public static class GarmentFinder
{
    /// <summary>
    /// The garments, those of the main figure first, then the larger first: none where a person wears nothing that the
    /// parser can tell, nor where all seems background.
    /// </summary>
    public static IReadOnlyList<FoundGarment> Find(ParsedPhoto photo)
    {
        ArgumentNullException.ThrowIfNull(photo);
        var shares = Shares.Of(photo);
        if (shares.Foreground < FinderLimits.Foreground)
        {
            return [];
        }

        if (shares.Peopled)
        {
            var garments = OnPeople(photo);
            if (garments.Count > 0 || shares.Body > shares.Worn)
            {
                return garments;
            }
        }

        return StillLife.Find(photo);
    }

    /// <summary>Whether there is anybody in a photo.</summary>
    public static bool ShowsPeople(ParsedPhoto photo)
    {
        ArgumentNullException.ThrowIfNull(photo);
        var shares = Shares.Of(photo);
        return shares.Foreground >= FinderLimits.Foreground && shares.Peopled;
    }

    /// <summary>How much of a photo is what.</summary>
    /// <param name="Foreground">The part that is not background.</param>
    /// <param name="Body">The part that is skin or hair.</param>
    /// <param name="Worn">The part that is something to wear.</param>
    /// <param name="Peopled">Whether that much body, and so many things to wear, are somebody, or what is worn stands in shoes.</param>
    readonly record struct Shares(double Foreground, double Body, double Worn, bool Peopled)
    {
        public static Shares Of(ParsedPhoto photo)
        {
            Span<int> counts = stackalloc int[byte.MaxValue + 1];
            foreach (byte label in photo.Labels)
            {
                counts[label]++;
            }

            int shown = 0;
            double foreground = 0, body = 0, worn = 0;
            for (int group = 0; group < photo.Groups.Count; group++)
            {
                double share = (double)counts[group] / photo.Labels.Length;
                shown += photo.Meaning.Background[group] ? 0 : counts[group];
                foreground += photo.Meaning.Background[group] ? 0 : share;
                body += photo.Meaning.Skin[group] || photo.Meaning.Hair[group] ? share : 0;
                worn += photo.Meaning.IsGarment(group) ? share : 0;
            }

            int things = 0;
            for (int group = 0; group < photo.Groups.Count; group++)
            {
                things += photo.Meaning.IsGarment(group) && counts[group] >= FinderLimits.Thing * shown ? 1 : 0;
            }

            // Who is photographed without the head, in long sleeves, is hardly skin at all, but wears more at once than lies on a bed.
            double least = FinderLimits.Body / Math.Pow(FinderLimits.ByThing, Math.Max(0, things - FinderLimits.Things));
            return new Shares(foreground, body, worn, body >= least * foreground || Legs.Shown(photo, shown));
        }
    }

    static List<FoundGarment> OnPeople(ParsedPhoto photo)
    {
        using var people = FigureMap.Of(photo.Labels, photo.Width, photo.Meaning);
        int length = photo.Labels.Length;
        using var rentedKeys = new Rented<ushort>(length);
        using var rentedNumbers = new Rented<int>(length);
        var keys = rentedKeys.Span;
        var numbers = rentedNumbers.Span;
        Mark(photo, people, Rivals.Settle(photo, people), keys);
        var regions = Regions.Find(keys, photo.Width, numbers);
        double[] sureness = Sureness(photo, keys, numbers, regions.Count);
        var garments = new List<FoundGarment>();
        int[] worn = new int[people.Areas.Count + 1];
        foreach (var region in regions)
        {
            worn[region.Key >> 8] += region.Area;
        }

        foreach (var parts in regions.GroupBy(r => r.Key)
            .OrderBy(g => g.Key >> 8).ThenByDescending(g => g.Sum(r => r.Area)))
        {
            int figure = parts.Key >> 8, group = parts.Key & byte.MaxValue, largest = parts.Max(r => r.Area);
            Region[] kept = [.. parts.Where(r => r.Area >= FinderLimits.Part * largest)];
            int area = kept.Sum(r => r.Area);
            double confidence = kept.Sum(r => sureness[r.Number]) / area;
            double least = area >= FinderLimits.Main * worn[figure] ? FinderLimits.MainProbability : FinderLimits.Probability;
            if (area >= FinderLimits.Garment * people.Areas[figure - 1] && confidence >= Math.Max(least, photo.Meaning.Threshold(group)))
            {
                garments.Add(GarmentShape.Of(photo, numbers, kept, photo.Meaning.Hint(group, confidence), figure - 1));
            }
        }

        // Who wears nothing that can be told is nobody to tell of: the main figure is the first who does.
        int?[] dressed = [.. garments.Select(g => g.Person).Distinct().Order()];
        return [.. garments.Select(g => g with { Person = Array.IndexOf(dressed, g.Person) })];
    }

    /// <summary>Marks every pixel of something worn with its figure and the group that it was given to.</summary>
    static void Mark(ParsedPhoto photo, FigureMap people, int[,] owners, Span<ushort> keys)
    {
        ReadOnlySpan<byte> figures = people.Figures, labels = photo.Labels;
        for (int i = 0; i < keys.Length; i++)
        {
            int figure = figures[i], group = labels[i];
            keys[i] = (ushort)(figure > 0 && photo.Meaning.IsGarment(group) ? (figure << 8) | owners[figure, group] : 0);
        }
    }

    /// <summary>
    /// The sum, over every region's pixels, of the probability of the pixel's own best group and of the group that it
    /// was given to, by the region's number.
    /// </summary>
    static double[] Sureness(ParsedPhoto photo, ReadOnlySpan<ushort> keys, ReadOnlySpan<int> numbers, int regions)
    {
        double[] sums = new double[regions + 1];
        var labels = photo.Labels;
        for (int y = 0, i = 0; y < photo.Height; y++)
        {
            for (int x = 0; x < photo.Width; x++, i++)
            {
                if (numbers[i] > 0)
                {
                    int label = labels[i], given = keys[i] & byte.MaxValue, place = photo.Place(x, y);
                    sums[numbers[i]] +=
                        photo.Probability(label, place) + (given == label ? 0 : photo.Probability(given, place));
                }
            }
        }

        return sums;
    }
}
