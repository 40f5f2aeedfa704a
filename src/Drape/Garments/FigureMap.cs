using Drape.Imaging;

namespace Drape.Garments;

/// <summary>
/// The people of a photo: which pixel belongs to whom. What hangs together and is not background is one figure; where
/// it has several heads, each pixel goes to the nearest head. Holds rented memory until it is disposed.
/// </summary>
sealed class FigureMap : IDisposable
{
    readonly int _width;
    readonly Rented<byte> _figures;

    FigureMap(int length, int width) => (_figures, _width) = (new Rented<byte>(length), width);

    /// <summary>The figure of every pixel, from 1; 0 for none. The main figure is 1.</summary>
    public ReadOnlySpan<byte> Figures => _figures.Span;

    /// <summary>Pixels of each figure, the main one first.</summary>
    public IReadOnlyList<int> Areas { get; private set; } = [];

    /// <summary>Finds the people.</summary>
    /// <param name="labels">The group of every pixel.</param>
    /// <param name="width">Pixels a row.</param>
    /// <param name="groups">What the groups mean.</param>
    public static FigureMap Of(ReadOnlySpan<byte> labels, int width, ParserGroups groups)
    {
        int length = labels.Length;
        using var rentedKeys = new Rented<ushort>(length);
        using var rentedNumbers = new Rented<int>(length);
        using var rentedHair = new Rented<int>(length);
        var keys = rentedKeys.Span;
        var numbers = rentedNumbers.Span;
        Mark(labels, groups.Background, absent: true, keys);
        var bodies = Regions.Find(keys, width, numbers);
        int[] body = new int[bodies.Count + 1];
        for (int i = 0; i < length; i++)
        {
            body[numbers[i]] += groups.Skin[labels[i]] || groups.Hair[labels[i]] ? 1 : 0;
        }

        Mark(labels, groups.Hair, absent: false, keys);
        var hair = Regions.Find(keys, width, rentedHair.Span);
        var heads = Heads(hair, bodies, [.. hair.Select(h => rentedNumbers.Span[h.First])]);
        var owners = Owners(bodies, body, heads, length / width);
        var map = new FigureMap(length, width);
        map.Assign(numbers, owners);
        map.Rank();
        return map;
    }

    static void Mark(ReadOnlySpan<byte> labels, bool[] group, bool absent, Span<ushort> keys)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            keys[i] = (ushort)(group[labels[i]] != absent ? 1 : 0);
        }
    }

    /// <summary>The columns of the heads of each body, by its number: near patches of hair are one head.</summary>
    static List<double>[] Heads(List<Region> hair, List<Region> bodies, int[] bodyOf)
    {
        var heads = new List<double>[bodies.Count + 1];
        foreach (var body in bodies)
        {
            var patches = hair
                .Where(h => bodyOf[h.Number - 1] == body.Number && h.Area >= FinderLimits.Head * body.Area
                    && h.MiddleY < body.Top + FinderLimits.HeadHeight * body.Height)
                .OrderBy(h => h.MiddleX).ToList();
            heads[body.Number] = [];
            double last = double.NegativeInfinity;
            foreach (var patch in patches)
            {
                // Of whom the photo cuts off the head it shows hair to both sides of the neck.
                double apart = patch.Top > 0 ? FinderLimits.HeadsApart * body.Height
                    : Math.Max(FinderLimits.HeadsApart * body.Height, FinderLimits.CutHeadsApart * body.Width);
                if (patch.MiddleX - last >= apart)
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
        List<Region> bodies, int[] body, List<double>[] heads, int height)
    {
        var owners = new (int, double)[bodies.Count + 1][];
        owners[0] = [];
        int count = 0, largest = bodies.Select(b => b.Area).DefaultIfEmpty().Max();
        var people = new List<Region>();
        foreach (var region in bodies.OrderByDescending(b => b.Area))
        {
            bool person = region.Area == largest || (region.Area >= FinderLimits.Figure * largest
                && (heads[region.Number].Count > 0 || body[region.Number] >= FinderLimits.Body * region.Area));
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
            owners[region.Number] = nearest.Distance(region) <= FinderLimits.Reach * height ? owners[nearest.Number] : [];
        }

        return owners;
    }

    void Assign(ReadOnlySpan<int> numbers, (int Figure, double Head)[][] owners)
    {
        var figures = _figures.Span;
        for (int i = 0, x = 0; i < figures.Length; i++, x = x + 1 < _width ? x + 1 : 0)
        {
            var own = owners[numbers[i]];
            int nearest = own.Length == 1 ? own[0].Figure : 0;
            double least = double.MaxValue;
            for (int k = 0; k < own.Length && own.Length > 1; k++)
            {
                double distance = Math.Abs(own[k].Head - x);
                (nearest, least) = distance < least ? (own[k].Figure, distance) : (nearest, least);
            }

            figures[i] = (byte)nearest;
        }
    }

    /// <summary>Numbers the figures anew, the largest and nearest to the middle first, and drops the small ones.</summary>
    void Rank()
    {
        var figures = _figures.Span;
        int[] areas = new int[byte.MaxValue + 1];
        long[] columns = new long[byte.MaxValue + 1];
        for (int i = 0, x = 0; i < figures.Length; i++, x = x + 1 < _width ? x + 1 : 0)
        {
            areas[figures[i]]++;
            columns[figures[i]] += x;
        }

        // A figure at the edge counts half.
        double Weight(int figure) =>
            areas[figure] * (1 - Math.Abs((double)columns[figure] / areas[figure] / _width - 0.5));
        int[] ranked = [.. Enumerable.Range(1, byte.MaxValue).Where(f => areas[f] > 0).OrderByDescending(Weight)];
        ranked = [.. ranked.Where(f => areas[f] >= FinderLimits.Figure * areas[ranked[0]])];
        byte[] rank = new byte[byte.MaxValue + 1];
        for (int i = 0; i < ranked.Length; i++)
        {
            rank[ranked[i]] = (byte)(i + 1);
        }

        foreach (ref byte figure in figures)
        {
            figure = rank[figure];
        }

        Areas = [.. ranked.Select(f => areas[f])];
    }

    /// <summary>Gives the rented memory back.</summary>
    public void Dispose() => _figures.Dispose();
}
