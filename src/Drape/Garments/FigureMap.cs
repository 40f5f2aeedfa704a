using System.Buffers;

namespace Drape.Garments;

/// <summary>
/// The people of a photo: which pixel belongs to whom. What hangs together and is not background is one figure; where
/// it has several heads, each pixel goes to the nearest head. Holds rented memory until it is disposed.
/// </summary>
sealed class FigureMap : IDisposable
{
    readonly int _length;
    byte[] _figures;

    FigureMap(byte[] figures, int length) => (_figures, _length) = (figures, length);

    /// <summary>The figure of every pixel, from 1; 0 for none. The main figure is 1.</summary>
    public ReadOnlySpan<byte> Figures => _figures.AsSpan(0, _length);

    /// <summary>Pixels of each figure, the main one first.</summary>
    public IReadOnlyList<int> Areas { get; private set; } = [];

    /// <summary>Finds the people.</summary>
    /// <param name="labels">The group of every pixel.</param>
    /// <param name="width">Pixels a row.</param>
    /// <param name="groups">What the groups mean.</param>
    /// <param name="limits">What counts.</param>
    public static FigureMap Of(ReadOnlySpan<byte> labels, int width, ParserGroups groups, FinderLimits limits)
    {
        int length = labels.Length;
        ushort[] keys = ArrayPool<ushort>.Shared.Rent(length);
        int[] numbers = ArrayPool<int>.Shared.Rent(length);
        int[] hairNumbers = ArrayPool<int>.Shared.Rent(length);
        try
        {
            Mark(labels, groups.Background, absent: true, keys);
            var bodies = Regions.Find(keys.AsSpan(0, length), width, numbers.AsSpan(0, length));
            int[] body = new int[bodies.Count + 1];
            for (int i = 0; i < length; i++)
            {
                body[numbers[i]] += groups.Skin[labels[i]] || groups.Hair[labels[i]] ? 1 : 0;
            }

            Mark(labels, groups.Hair, absent: false, keys);
            var hair = Regions.Find(keys.AsSpan(0, length), width, hairNumbers.AsSpan(0, length));
            var heads = Heads(hair, bodies, First(hairNumbers.AsSpan(0, length), hair.Count), numbers, limits);
            var owners = Owners(bodies, body, heads, length / width, limits);
            var map = new FigureMap(ArrayPool<byte>.Shared.Rent(length), length);
            map.Assign(numbers, width, owners);
            map.Rank(width, limits);
            return map;
        }
        finally
        {
            ArrayPool<ushort>.Shared.Return(keys);
            ArrayPool<int>.Shared.Return(numbers);
            ArrayPool<int>.Shared.Return(hairNumbers);
        }
    }

    static void Mark(ReadOnlySpan<byte> labels, bool[] group, bool absent, ushort[] keys)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            keys[i] = (ushort)(group[labels[i]] != absent ? 1 : 0);
        }
    }

    /// <summary>A pixel of every region.</summary>
    static int[] First(ReadOnlySpan<int> numbers, int regions)
    {
        int[] first = new int[regions + 1];
        for (int i = numbers.Length - 1; i >= 0; i--)
        {
            first[numbers[i]] = i;
        }

        return first;
    }

    /// <summary>The columns of the heads of each body, by its number: near patches of hair are one head.</summary>
    static List<double>[] Heads(List<Region> hair, List<Region> bodies, int[] pixelOf, int[] bodyOf, FinderLimits limits)
    {
        var heads = new List<double>[bodies.Count + 1];
        foreach (var body in bodies)
        {
            var patches = hair
                .Where(h => bodyOf[pixelOf[h.Number]] == body.Number && h.Area >= limits.Head * body.Area
                    && h.MiddleY < body.Top + limits.HeadHeight * body.Height)
                .OrderBy(h => h.MiddleX).ToList();
            heads[body.Number] = [];
            double last = double.NegativeInfinity;
            foreach (var patch in patches)
            {
                if (patch.MiddleX - last >= limits.HeadsApart * body.Height)
                {
                    heads[body.Number].Add(patch.MiddleX);
                    last = patch.MiddleX;
                }
            }
        }

        return heads;
    }

    /// <summary>For each region the figures that its pixels may belong to, with the columns of their heads.</summary>
    static (int Figure, double Head)[][] Owners(
        List<Region> bodies, int[] body, List<double>[] heads, int height, FinderLimits limits)
    {
        var owners = new (int, double)[bodies.Count + 1][];
        owners[0] = [];
        int count = 0, largest = bodies.Select(b => b.Area).DefaultIfEmpty().Max();
        var people = new List<Region>();
        foreach (var region in bodies.OrderByDescending(b => b.Area))
        {
            bool person = region.Area == largest || (region.Area >= limits.Figure * largest
                && (heads[region.Number].Count > 0 || body[region.Number] >= limits.Body * region.Area));
            if (person && count < byte.MaxValue - 8)
            {
                owners[region.Number] = heads[region.Number].Count > 1
                    ? [.. heads[region.Number].Take(8).Select(x => (++count, x))] : [(++count, region.MiddleX)];
                people.Add(region);
            }
        }

        foreach (var region in bodies.Where(b => owners[b.Number] is null))
        {
            var nearest = people.MinBy(p => p.Distance(region))!;
            owners[region.Number] = nearest.Distance(region) <= limits.Reach * height ? owners[nearest.Number] : [];
        }

        return owners;
    }

    void Assign(int[] numbers, int width, (int Figure, double Head)[][] owners)
    {
        for (int i = 0; i < _length; i++)
        {
            int nearest = 0;
            double least = double.MaxValue;
            foreach (var (figure, head) in owners[numbers[i]])
            {
                double distance = Math.Abs(head - i % width);
                (nearest, least) = distance < least ? (figure, distance) : (nearest, least);
            }

            _figures[i] = (byte)nearest;
        }
    }

    /// <summary>Numbers the figures anew, the largest and nearest to the middle first, and drops the small ones.</summary>
    void Rank(int width, FinderLimits limits)
    {
        int[] areas = new int[byte.MaxValue + 1];
        double[] columns = new double[byte.MaxValue + 1];
        for (int i = 0; i < _length; i++)
        {
            areas[_figures[i]]++;
            columns[_figures[i]] += i % width;
        }

        // A figure at the edge counts half.
        double Weight(int figure) =>
            areas[figure] * (1 - Math.Abs(columns[figure] / areas[figure] / width - 0.5));
        int[] ranked = [.. Enumerable.Range(1, byte.MaxValue).Where(f => areas[f] > 0).OrderByDescending(Weight)];
        ranked = [.. ranked.Where(f => areas[f] >= limits.Figure * areas[ranked[0]])];
        byte[] rank = new byte[byte.MaxValue + 1];
        for (int i = 0; i < ranked.Length; i++)
        {
            rank[ranked[i]] = (byte)(i + 1);
        }

        for (int i = 0; i < _length; i++)
        {
            _figures[i] = rank[_figures[i]];
        }

        Areas = [.. ranked.Select(f => areas[f])];
    }

    /// <summary>Gives the rented memory back.</summary>
    public void Dispose() => ArrayPool<byte>.Shared.Return(Interlocked.Exchange(ref _figures, []));
}
