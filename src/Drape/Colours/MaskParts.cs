namespace Drape.Colours;

/// <summary>The connected parts of a soft mask.</summary>
static class MaskParts
{
    // A second shoe is as large as the first; a speck of the floor in the garment's colour is not.
    const double LeastOfLargest = 0.2;
    const float Inside = 0.5f;

    /// <summary>A copy in which parts much smaller than the largest are gone.</summary>
    /// <param name="probability">How probably each pixel is garment, 0 to 1, row by row.</param>
    /// <param name="width">Pixels a row.</param>
    /// <param name="height">Rows.</param>
    public static float[] Large(float[] probability, int width, int height)
    {
        var part = new int[probability.Length]; // 0: not looked at or outside; else the number of its part
        var sizes = new List<int> { 0 };
        var open = new Stack<int>();
        for (var start = 0; start < part.Length; start++)
        {
            if (part[start] != 0 || probability[start] < Inside)
            {
                continue;
            }

            sizes.Add(Fill(probability, part, (width, height), start, sizes.Count, open));
        }

        var least = sizes.Max() * LeastOfLargest;
        var kept = (float[])probability.Clone();
        for (var i = 0; i < kept.Length; i++)
        {
            if (part[i] != 0 && sizes[part[i]] < least)
            {
                kept[i] = 0;
            }
        }

        return kept;
    }

    static int Fill(
        float[] probability, int[] part, (int Width, int Height) size, int start, int number, Stack<int> open)
    {
        var count = 0;
        part[start] = number;
        open.Push(start);
        while (open.TryPop(out var at))
        {
            count++;
            var (x, y) = (at % size.Width, at / size.Width);
            Visit(x > 0, at - 1);
            Visit(x < size.Width - 1, at + 1);
            Visit(y > 0, at - size.Width);
            Visit(y < size.Height - 1, at + size.Width);
        }

        return count;

        void Visit(bool within, int at)
        {
            if (within && part[at] == 0 && probability[at] >= Inside)
            {
                part[at] = number;
                open.Push(at);
            }
        }
    }
}
