using Drape.Imaging;

namespace Drape.Garments;

/// <summary>
/// The people of a photo: which pixel belongs to whom. What hangs together and is not background is one figure; where
/// it has several heads, each pixel goes to the nearest head, by its person's size. Holds rented memory until it is disposed.
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
        var keys = rentedKeys.Span;
        var numbers = rentedNumbers.Span;
        for (int i = 0; i < length; i++)
        {
            keys[i] = (ushort)(groups.Background[labels[i]] ? 0 : 1);
        }

        var bodies = Regions.Find(keys, width, numbers);
        int[] body = new int[bodies.Count + 1];
        for (int i = 0; i < length; i++)
        {
            body[numbers[i]] += groups.Skin[labels[i]] || groups.Hair[labels[i]] ? 1 : 0;
        }

        var heads = Heads.Of(labels, width, groups, bodies, numbers);
        var owners = Owners(bodies, body, heads, length / width);
        var map = new FigureMap(length, width);
        map.Assign(numbers, owners);
        map.Rank();
        return map;
    }

    /// <summary>For each region the figures that its pixels may belong to, with their heads.</summary>
    static (int Figure, Head Head)[][] Owners(List<Region> bodies, int[] body, List<Head>[] heads, int height)
    {
        var owners = new (int, Head)[bodies.Count + 1][];
        owners[0] = [];
        int count = 0;
        var largest = bodies.MaxBy(b => b.Area);
        var people = new List<Region>();
        foreach (var region in bodies.OrderByDescending(b => b.Area))
        {
            bool person = region == largest || (IsBeside(Extent.Of(region), Extent.Of(largest!), height)
                && (heads[region.Number].Count > 0 || body[region.Number] >= FinderLimits.Body * region.Area));
            if (person && count < byte.MaxValue - 8)
            {
                owners[region.Number] = heads[region.Number].Count > 1
                    ? [.. heads[region.Number].Take(8).Select(head => (++count, head))] : [(++count, new Head(region.MiddleX, 0, 1))];
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

    /// <summary>
    /// Whether another figure than the main one is somebody to tell of: large enough, or smaller but on the ground on which that one
    /// stands, as children do. Of whom the photo's lower edge cuts off the ground is not seen.
    /// </summary>
    static bool IsBeside(Extent figure, Extent main, int height) => figure.Area >= FinderLimits.Figure * main.Area
        || (figure.Area >= FinderLimits.Smaller * FinderLimits.Smaller * main.Area && figure.Height >= FinderLimits.Smaller * main.Height
            && main.Bottom < height - 1 && Math.Abs(figure.Bottom - main.Bottom) <= FinderLimits.OneGround * main.Height);

    void Assign(ReadOnlySpan<int> numbers, (int Figure, Head Head)[][] owners)
    {
        var figures = _figures.Span;
        for (int i = 0, x = 0, y = 0; i < figures.Length; i++, (x, y) = x + 1 < _width ? (x + 1, y) : (0, y + 1))
        {
            var own = owners[numbers[i]];
            int nearest = own.Length == 1 ? own[0].Figure : 0;
            double least = double.MaxValue;
            for (int k = 0; k < own.Length && own.Length > 1; k++)
            {
                double distance = y < own[k].Head.Top ? double.MaxValue : Math.Abs(own[k].Head.Column - x) / own[k].Head.Size;
                (nearest, least) = distance < least ? (own[k].Figure, distance) : (nearest, least);
            }

            figures[i] = (byte)nearest;
        }
    }

    /// <summary>Numbers the figures anew, the largest and nearest to the middle first, and drops the small ones.</summary>
    void Rank()
    {
        var figures = _figures.Span;
        var extents = new Extent[byte.MaxValue + 1];
        long[] columns = new long[byte.MaxValue + 1];
        for (int i = 0, x = 0, y = 0; i < figures.Length; i++, (x, y) = x + 1 < _width ? (x + 1, y) : (0, y + 1))
        {
            extents[figures[i]] = extents[figures[i]].With(y);
            columns[figures[i]] += x;
        }

        int height = figures.Length / _width;

        // A figure at the edge counts half.
        double Weight(int figure) =>
            extents[figure].Area * (1 - Math.Abs((double)columns[figure] / extents[figure].Area / _width - 0.5));
        int[] ranked = [.. Enumerable.Range(1, byte.MaxValue).Where(f => extents[f].Area > 0).OrderByDescending(Weight)];
        ranked = [.. ranked.Where(f => IsBeside(extents[f], extents[ranked[0]], height))];
        byte[] rank = new byte[byte.MaxValue + 1];
        for (int i = 0; i < ranked.Length; i++)
        {
            rank[ranked[i]] = (byte)(i + 1);
        }

        foreach (ref byte figure in figures)
        {
            figure = rank[figure];
        }

        Areas = [.. ranked.Select(f => extents[f].Area)];
    }

    /// <summary>How large something is.</summary>
    readonly record struct Extent(int Area, int Top, int Bottom)
    {
        public int Height => Bottom - Top + 1;

        public static Extent Of(Region region) => new(region.Area, region.Top, region.Bottom);

        /// <summary>With one more pixel, no higher than those that it has.</summary>
        public Extent With(int row) => new(Area + 1, Area == 0 ? row : Top, row);
    }

    /// <summary>Gives the rented memory back.</summary>
    public void Dispose() => _figures.Dispose();
}
