using Drape.Garments;

namespace Drape.Tests.Garments;

public sealed class RegionsTests
{
    [Fact]
    public void Corners_join_and_other_keys_part()
    {
        var (regions, numbers) = Find(5,
            "1.2.1",
            ".122.",
            "3...1");

        Assert.Equal([1, 2, 1, 3, 1], regions.Select(r => r.Key));
        Assert.Equal([1, 0, 2, 0, 3, 0, 1, 2, 2, 0, 4, 0, 0, 0, 5], numbers);
    }

    [Fact]
    public void Parts_that_meet_further_down_are_one_region_with_all_its_measures()
    {
        var (regions, numbers) = Find(5,
            "1.1.1",
            "1.1.1",
            "11111");

        var region = Assert.Single(regions);
        Assert.Equal((0, 11, 0, 4, 0, 2), (region.First, region.Area, region.Left, region.Right, region.Top, region.Bottom));
        Assert.Equal(2, region.MiddleX);
        Assert.Equal(13 / 11.0, region.MiddleY);
        Assert.Equal(11, numbers.Count(n => n == 1));
    }

    [Fact]
    public void A_random_picture_has_the_regions_that_flooding_finds()
    {
        const int width = 37, height = 29;
        var random = new Random(5);
        ushort[] keys = [.. Enumerable.Range(0, width * height).Select(_ => (ushort)random.Next(3))];
        int[] numbers = new int[keys.Length];

        var regions = Regions.Find(keys, width, numbers);

        Assert.Equal(Flooded(keys, width), numbers);
        Assert.All(regions, r => Assert.Equal(numbers.Count(n => n == r.Number), r.Area));
    }

    static (List<Region> Regions, int[] Numbers) Find(int width, params string[] rows)
    {
        ushort[] keys = [.. string.Concat(rows).Select(c => (ushort)(c == '.' ? 0 : c - '0'))];
        int[] numbers = new int[keys.Length];
        return (Regions.Find(keys, width, numbers), numbers);
    }

    /// <summary>The plain way: from each pixel that has no number to all its neighbours of the same key.</summary>
    static int[] Flooded(ushort[] keys, int width)
    {
        int[] numbers = new int[keys.Length];
        int last = 0;
        for (int start = 0; start < keys.Length; start++)
        {
            if (keys[start] == 0 || numbers[start] != 0)
            {
                continue;
            }

            var open = new Stack<int>([start]);
            numbers[start] = ++last;
            while (open.TryPop(out int at))
            {
                for (int near = 0; near < keys.Length; near++)
                {
                    if (numbers[near] == 0 && keys[near] == keys[at] && Math.Abs(near % width - at % width) <= 1
                        && Math.Abs(near / width - at / width) <= 1)
                    {
                        numbers[near] = last;
                        open.Push(near);
                    }
                }
            }
        }

        return numbers;
    }
}
