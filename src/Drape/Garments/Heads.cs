using Drape.Imaging;

namespace Drape.Garments;

/// <summary>A head of what hangs together, and so a person.</summary>
/// <param name="Column">Where its hair is, in pixels from the left.</param>
/// <param name="Top">Where it begins, in rows; 0 of those who may reach up to the body's top.</param>
/// <param name="Size">How tall its person is, by the height of the whole body.</param>
readonly record struct Head(double Column, double Top, double Size);

/// <summary>
/// Finds the heads of each body: patches of hair near its top, and lower ones of whoever is smaller, a child that holds somebody's hand.
/// </summary>
static class Heads
{
    /// <summary>The heads of each body, by its number; of whom no hair is seen there are none.</summary>
    /// <param name="labels">The group of every pixel.</param>
    /// <param name="width">Pixels a row.</param>
    /// <param name="groups">What the groups mean.</param>
    /// <param name="bodies">What hangs together.</param>
    /// <param name="numbers">The number of the body of every pixel, 0 for none.</param>
    public static List<Head>[] Of(ReadOnlySpan<byte> labels, int width, ParserGroups groups, List<Region> bodies, ReadOnlySpan<int> numbers)
    {
        using var rentedKeys = new Rented<ushort>(labels.Length);
        using var rentedHair = new Rented<int>(labels.Length);
        var keys = rentedKeys.Span;
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = (ushort)(groups.Hair[labels[i]] ? 1 : 0);
        }

        var hair = Regions.Find(keys, width, rentedHair.Span);
        var heads = new List<Head>[bodies.Count + 1];
        foreach (var body in bodies)
        {
            heads[body.Number] = [];
        }

        var low = new List<(Region Hair, Region Body)>();
        foreach (var patch in hair.OrderBy(h => h.MiddleX))
        {
            var body = bodies[numbers[patch.First] - 1];
            if (patch.MiddleY >= body.Top + (FinderLimits.HeadHeight * body.Height))
            {
                low.Add((patch, body));
            }
            else if (patch.Area >= FinderLimits.Head * body.Area)
            {
                AddHigh(heads[body.Number], patch, body);
            }
        }

        int rows = labels.Length / width;
        foreach (var (patch, body) in low)
        {
            // Of whom the photo's lower edge cuts off it does not show how tall they are.
            if (body.Bottom < rows - 1 && IsFree(patch, numbers, width) && HasFace(patch, labels, groups, width))
            {
                AddLow(heads[body.Number], patch, body);
            }
        }

        return heads;
    }

    /// <summary>Near patches of hair are one head: that to the right of one is added where it is far enough off.</summary>
    static void AddHigh(List<Head> heads, Region patch, Region body)
    {
        // Of whom the photo cuts off the head it shows hair to both sides of the neck.
        double apart = patch.Top > 0 ? FinderLimits.HeadsApart * body.Height
            : Math.Max(FinderLimits.HeadsApart * body.Height, FinderLimits.CutHeadsApart * body.Width);
        if (heads.Count == 0 || patch.MiddleX - heads[^1].Column >= apart)
        {
            heads.Add(new Head(patch.MiddleX, 0, 1));
        }
    }

    /// <summary>A smaller person's head, beside that of somebody whole, may be nearer to others.</summary>
    static void AddLow(List<Head> heads, Region patch, Region body)
    {
        double size = (double)(body.Bottom + 1 - patch.Top) / body.Height;
        if (heads is [{ Size: 1 }, ..] && size >= FinderLimits.Smaller && patch.Area >= FinderLimits.Head * size * size * body.Area
            && heads.TrueForAll(h => Math.Abs(patch.MiddleX - h.Column) >= FinderLimits.HeadsApart * body.Height * (h.Size + size) / 2))
        {
            // A hat may sit on it.
            heads.Add(new Head(patch.MiddleX, patch.Top - patch.Height, size));
        }
    }

    /// <summary>Whether there is nothing above a patch of hair but what may be a hat: above a bag of fur is the arm that carries it.</summary>
    static bool IsFree(Region patch, ReadOnlySpan<int> numbers, int width)
    {
        int above = patch.Top - patch.Height - 1, body = numbers[patch.First];
        return above < 0 || numbers[(above * width) + (int)patch.MiddleX] != body;
    }

    /// <summary>Whether a face looks out from under a patch of hair, or within it.</summary>
    static bool HasFace(Region patch, ReadOnlySpan<byte> labels, ParserGroups groups, int width)
    {
        int skin = 0, rows = labels.Length / width;
        for (int y = patch.Top; y < Math.Min(patch.Bottom + patch.Height, rows); y++)
        {
            for (int x = patch.Left; x <= patch.Right; x++)
            {
                skin += groups.Skin[labels[(y * width) + x]] ? 1 : 0;
            }
        }

        return skin >= FinderLimits.Face * patch.Area;
    }
}
