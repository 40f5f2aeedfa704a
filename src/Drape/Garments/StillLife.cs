using System.Buffers;

namespace Drape.Garments;

/// <summary>
/// Garments that nobody wears: on a floor, a bed, a hanger, in a shop's picture. Which group they are is the parser's
/// weaker side there; that they are not background is its stronger one.
/// </summary>
static class StillLife
{
    /// <summary>One garment of all that is not background, or several where its parts clearly differ; null where
    /// all seems background.</summary>
    public static IReadOnlyList<FoundGarment>? Find(ParsedPhoto photo, FinderLimits limits)
    {
        int length = photo.Labels.Length;
        ushort[] keys = ArrayPool<ushort>.Shared.Rent(length);
        int[] numbers = ArrayPool<int>.Shared.Rent(length);
        try
        {
            for (int i = 0; i < length; i++)
            {
                keys[i] = (ushort)(IsForeground(photo, i) ? 1 : 0);
            }

            var regions = Regions.Find(keys.AsSpan(0, length), photo.Width, numbers.AsSpan(0, length));
            int largest = regions.Select(r => r.Area).DefaultIfEmpty().Max();
            if (largest < limits.Foreground * length)
            {
                return null;
            }

            Region[] parts = [.. regions.Where(r => r.Area >= limits.Part * largest).OrderByDescending(r => r.Area)];
            int[] groups = [.. Rulers(photo, numbers, regions.Count, parts, limits)];
            bool differ = !groups.Contains(-1) && groups.Distinct().Count() > 1;
            return !differ ? [GarmentShape.Of(photo, numbers, parts, null, null)]
                : [.. parts.Zip(groups).GroupBy(p => p.Second, p => p.First).Select(
                    g => GarmentShape.Of(photo, numbers, [.. g], photo.Meaning.Hint(g.Key, limits.Ruled), null))];
        }
        finally
        {
            ArrayPool<ushort>.Shared.Return(keys);
            ArrayPool<int>.Shared.Return(numbers);
        }
    }

    /// <summary>Many groups may share what is not background, so that none of them beats it alone.</summary>
    static bool IsForeground(ParsedPhoto photo, int pixel)
    {
        if (!photo.Meaning.Background[photo.Labels[pixel]])
        {
            return true;
        }

        float background = 0;
        for (int group = 0; group < photo.Groups.Count; group++)
        {
            background += photo.Meaning.Background[group] ? photo.Probability(group, pixel) : 0;
        }

        return background < 0.5f;
    }

    /// <summary>The group that claims most of each part, or -1 where none clearly does.</summary>
    static IEnumerable<int> Rulers(
        ParsedPhoto photo, int[] numbers, int regions, Region[] parts, FinderLimits limits)
    {
        int[] counts = new int[(regions + 1) * photo.Groups.Count];
        for (int i = 0; i < photo.Labels.Length; i++)
        {
            counts[numbers[i] * photo.Groups.Count + photo.Labels[i]]++;
        }

        foreach (var part in parts)
        {
            int[] mine = counts[(part.Number * photo.Groups.Count)..((part.Number + 1) * photo.Groups.Count)];
            int ruler = Array.IndexOf(mine, mine.Max());
            yield return photo.Meaning.IsGarment(ruler) && mine[ruler] >= limits.Ruled * part.Area ? ruler : -1;
        }
    }
}
