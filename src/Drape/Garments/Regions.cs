namespace Drape.Garments;

/// <summary>A connected region of pixels of one key.</summary>
sealed class Region(int key, int number, int first)
{
    /// <summary>What its pixels have in common.</summary>
    public int Key { get; } = key;

    /// <summary>Its number, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>Its first pixel, row by row.</summary>
    public int First { get; } = first;

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

    /// <summary>Columns from the leftmost to the rightmost one.</summary>
    public int Width => Right - Left + 1;

    long _sumX;
    long _sumY;

    /// <summary>Adds the pixels of a row from a column to another, both included.</summary>
    public void Add(int y, int from, int to)
    {
        int count = to - from + 1;
        Area += count;
        (_sumX, _sumY) = (_sumX + (long)(from + to) * count / 2, _sumY + (long)y * count);
        (Left, Right) = (Math.Min(Left, from), Math.Max(Right, to));
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

/// <summary>
/// Finds the connected regions of a picture, corners counting as neighbours: runs of equal pixels in a row, joined to
/// the runs that they touch in the row above (union-find).
/// </summary>
static class Regions
{
    /// <summary>Numbers the pixels by their region.</summary>
    /// <param name="keys">A key a pixel; pixels of key 0 belong to no region.</param>
    /// <param name="width">Pixels a row.</param>
    /// <param name="numbers">The region's number of every pixel, 0 for none; written here.</param>
    /// <returns>The regions in the order of their first pixels; that of number n stands at n - 1.</returns>
    public static List<Region> Find(ReadOnlySpan<ushort> keys, int width, Span<int> numbers)
    {
        var runs = Joined(keys, width);
        var regions = new List<Region>();
        numbers.Clear();
        int[] numberOf = new int[runs.Count];
        for (int i = 0; i < runs.Count; i++)
        {
            var run = runs[i];
            if (run.Head == i)
            {
                regions.Add(new Region(run.Key, regions.Count + 1, run.Row * width + run.From));
                numberOf[i] = regions.Count;
            }

            // A head comes before the others of its region, so its number is known.
            int number = numberOf[i] = numberOf[Head(runs, i)];
            regions[number - 1].Add(run.Row, run.From, run.To);
            numbers.Slice(run.Row * width + run.From, run.To - run.From + 1).Fill(number);
        }

        return regions;
    }

    /// <summary>The runs, row by row, each with an earlier one that it hangs together with; the first names itself.</summary>
    static List<Run> Joined(ReadOnlySpan<ushort> keys, int width)
    {
        var runs = new List<Run>();
        int above = 0, row = 0;
        for (int start = 0; start < keys.Length; start += width, row++)
        {
            int first = runs.Count, touching = above;
            for (int from = 0; from < width;)
            {
                ushort key = keys[start + from];
                var rest = keys.Slice(start + from, width - from);
                int length = rest.IndexOfAnyExcept(key);
                int to = from + (length < 0 ? rest.Length : length) - 1;
                if (key != 0)
                {
                    runs.Add(new Run(key, row, from, to, runs.Count));
                    touching = Join(runs, touching, first);
                }

                from = to + 1;
            }

            above = first;
        }

        return runs;
    }

    /// <summary>Joins the last run to those of its key above it.</summary>
    /// <param name="runs">All runs so far.</param>
    /// <param name="touching">The first run above that may touch it.</param>
    /// <param name="end">The end of the row above.</param>
    /// <returns>The first run above that may touch the next one.</returns>
    static int Join(List<Run> runs, int touching, int end)
    {
        var run = runs[^1];
        while (touching < end && runs[touching].To + 1 < run.From)
        {
            touching++;
        }

        for (int i = touching; i < end && runs[i].From <= run.To + 1; i++)
        {
            if (runs[i].Key == run.Key)
            {
                int one = Head(runs, i), other = Head(runs, runs.Count - 1);
                int later = Math.Max(one, other);
                runs[later] = runs[later] with { Head = Math.Min(one, other) };
            }
        }

        return touching;
    }

    /// <summary>The first run of those that a run hangs together with.</summary>
    static int Head(List<Run> runs, int run)
    {
        int head = run;
        while (runs[head].Head != head)
        {
            head = runs[head].Head;
        }

        runs[run] = runs[run] with { Head = head };
        return head;
    }

    /// <summary>Neighbours in a row with one key.</summary>
    readonly record struct Run(int Key, int Row, int From, int To, int Head);
}
