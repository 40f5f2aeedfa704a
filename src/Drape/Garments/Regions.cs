using System.Buffers;

namespace Drape.Garments;

/// <summary>A connected region of pixels of one key.</summary>
sealed class Region(int key, int number)
{
    /// <summary>What its pixels have in common.</summary>
    public int Key { get; } = key;

    /// <summary>Its number, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>Number of pixels.</summary>
    public int Area { get; private set; }

    /// <summary>Leftmost column.</summary>
    public int Left { get; private set; } = int.MaxValue;

    /// <summary>Top row.</summary>
    public int Top { get; private set; } = int.MaxValue;

    /// <summary>Rightmost column.</summary>
    public int Right { get; private set; } = -1;

    /// <summary>Lowest row.</summary>
    public int Bottom { get; private set; } = -1;

    /// <summary>Mean column.</summary>
    public double MiddleX => (double)_sumX / Area;

    /// <summary>Mean row.</summary>
    public double MiddleY => (double)_sumY / Area;

    /// <summary>Rows from the top to the lowest one.</summary>
    public int Height => Bottom - Top + 1;

    long _sumX;
    long _sumY;

    /// <summary>Adds a pixel.</summary>
    public void Add(int x, int y)
    {
        Area++;
        (_sumX, _sumY) = (_sumX + x, _sumY + y);
        (Left, Right) = (Math.Min(Left, x), Math.Max(Right, x));
        (Top, Bottom) = (Math.Min(Top, y), Math.Max(Bottom, y));
    }

    /// <summary>Pixels between the rectangles around two regions, 0 where they touch or overlap.</summary>
    public double Distance(Region other)
    {
        int across = Math.Max(Math.Max(Left - other.Right, other.Left - Right), 0);
        int down = Math.Max(Math.Max(Top - other.Bottom, other.Top - Bottom), 0);
        return Math.Sqrt((double)across * across + (double)down * down);
    }
}

/// <summary>Finds the connected regions of a picture, corners counting as neighbours.</summary>
static class Regions
{
    /// <summary>Numbers the pixels by their region.</summary>
    /// <param name="keys">A key a pixel; pixels of key 0 belong to no region.</param>
    /// <param name="width">Pixels a row.</param>
    /// <param name="numbers">The region's number of every pixel, 0 for none; written here.</param>
    /// <returns>The regions; that of number n stands at n - 1.</returns>
    public static List<Region> Find(ReadOnlySpan<ushort> keys, int width, Span<int> numbers)
    {
        var regions = new List<Region>();
        int height = keys.Length / width;
        int[] open = ArrayPool<int>.Shared.Rent(keys.Length);
        numbers.Clear();
        for (int start = 0; start < keys.Length; start++)
        {
            if (keys[start] == 0 || numbers[start] != 0)
            {
                continue;
            }

            var region = new Region(keys[start], regions.Count + 1);
            regions.Add(region);
            int waiting = 0;
            open[waiting++] = start;
            numbers[start] = region.Number;
            while (waiting > 0)
            {
                int at = open[--waiting];
                int x = at % width, y = at / width;
                region.Add(x, y);
                for (int ny = Math.Max(y - 1, 0); ny <= Math.Min(y + 1, height - 1); ny++)
                {
                    for (int nx = Math.Max(x - 1, 0); nx <= Math.Min(x + 1, width - 1); nx++)
                    {
                        int near = ny * width + nx;
                        if (numbers[near] == 0 && keys[near] == region.Key)
                        {
                            numbers[near] = region.Number;
                            open[waiting++] = near;
                        }
                    }
                }
            }
        }

        ArrayPool<int>.Shared.Return(open);
        return regions;
    }
}
