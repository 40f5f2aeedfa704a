using Drape.Imaging;

namespace Drape.Garments;

/// <summary>
/// Garments that nobody wears: on a floor, a bed, a hanger, in a shop's picture. Which group they are is the parser's
/// weaker side there; that they are not background is its stronger one.
/// </summary>
static class StillLife
{
    /// <summary>One garment of all that is not background, or several where its parts clearly differ or lie apart; none where
    /// all seems background.</summary>
    public static IReadOnlyList<FoundGarment> Find(ParsedPhoto photo)
    {
        int length = photo.Labels.Length;
        using var keys = new Rented<ushort>(length);
        using var rented = new Rented<int>(length);
        var numbers = rented.Span;
        Mark(photo, keys.Span);
        var regions = Regions.Find(keys.Span, photo.Width, numbers);
        int largest = regions.Select(r => r.Area).DefaultIfEmpty().Max();
        if (largest < FinderLimits.Foreground * length)
        {
            return [];
        }

        Region[] parts = [.. regions.Where(r => r.Area >= FinderLimits.Part * largest).OrderByDescending(r => r.Area)];
        int[] groups = Rulers(photo, numbers, regions.Count, parts);
        int[] things = Things(photo, parts, groups);
        var garments = new List<FoundGarment>();
        foreach (var own in parts.Zip(groups, things).GroupBy(p => p.Third))
        {
            Region[] pieces = [.. own.Select(p => p.First)];
            int group = own.First().Second;
            // What lies alone the reader knows better than the parser does.
            var hint = group < 0 || things.All(t => t == 0) ? null : photo.Meaning.Hint(group, Sureness(photo, numbers, pieces, group));
            garments.Add(GarmentShape.Of(photo, numbers, pieces, hint, null));
        }

        return garments;
    }

    /// <summary>Which thing each part is of, numbered from the largest on: it goes with the nearest larger part that it may be of.</summary>
    static int[] Things(ParsedPhoto photo, Region[] parts, int[] groups)
    {
        double beside = FinderLimits.Beside * Math.Max(photo.Width, photo.Height);
        int[] things = new int[parts.Length];
        for (int i = 1; i < parts.Length; i++)
        {
            int? near = Enumerable.Range(0, i).Where(larger => AreOne(larger, i)).OrderBy(larger => parts[larger].Distance(parts[i]))
                .Select(larger => (int?)things[larger]).FirstOrDefault();
            things[i] = near ?? things[..i].Max() + 1;
        }

        return things;

        bool AreOne(int larger, int part) => (groups[part] == groups[larger] || groups[part] < 0 || groups[larger] < 0)
            && (IsAtEdge(parts[larger]) || IsAtEdge(parts[part]) || parts[larger].Distance(parts[part]) < beside
                || parts[part].Area < FinderLimits.Alike * parts[larger].Area || ArePair(larger, part));

        bool ArePair(int one, int other) => groups[one] == groups[other] && groups[one] >= 0 && photo.Meaning.Pairs[groups[one]];

        // What goes on beyond the photo may be what a thing lies on, to its left and its right.
        bool IsAtEdge(Region part) => part.Left == 0 || part.Top == 0 || part.Right == photo.Width - 1 || part.Bottom == photo.Height - 1;
    }

    /// <summary>Marks what is not background: many groups may share it, so that none of them beats the background alone.</summary>
    static void Mark(ParsedPhoto photo, Span<ushort> keys)
    {
        int[] grounds = [.. Enumerable.Range(0, photo.Groups.Count).Where(g => photo.Meaning.Background[g])];
        var labels = photo.Labels;
        for (int y = 0, i = 0; y < photo.Height; y++)
        {
            for (int x = 0; x < photo.Width; x++, i++)
            {
                bool shown = !photo.Meaning.Background[labels[i]];
                if (!shown)
                {
                    int place = photo.Place(x, y);
                    float background = 0;
                    foreach (int ground in grounds)
                    {
                        background += photo.Probability(ground, place);
                    }

                    shown = background < 0.5f;
                }

                keys[i] = (ushort)(shown ? 1 : 0);
            }
        }
    }

    /// <summary>The group that claims most of each part, or -1 where none clearly does.</summary>
    static int[] Rulers(
        ParsedPhoto photo, ReadOnlySpan<int> numbers, int regions, Region[] parts)
    {
        int groups = photo.Groups.Count;
        int[] counts = new int[(regions + 1) * groups];
        var labels = photo.Labels;
        for (int i = 0; i < labels.Length; i++)
        {
            counts[numbers[i] * groups + labels[i]]++;
        }

        return Array.ConvertAll(parts, part =>
        {
            int[] mine = counts[(part.Number * groups)..((part.Number + 1) * groups)];
            int ruler = Array.IndexOf(mine, mine.Max());
            return photo.Meaning.IsGarment(ruler) && mine[ruler] >= FinderLimits.Ruled * part.Area ? ruler : -1;
        });
    }

    /// <summary>The mean probability of a group over some parts' pixels.</summary>
    static double Sureness(ParsedPhoto photo, ReadOnlySpan<int> numbers, Region[] parts, int group)
    {
        double sum = 0;
        foreach (var part in parts)
        {
            for (int y = part.Top; y <= part.Bottom; y++)
            {
                for (int x = part.Left; x <= part.Right; x++)
                {
                    sum += numbers[y * photo.Width + x] == part.Number ? photo.Probability(group, photo.Place(x, y)) : 0;
                }
            }
        }

        return sum / parts.Sum(p => p.Area);
    }
}
