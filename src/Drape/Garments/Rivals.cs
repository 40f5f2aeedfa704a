namespace Drape.Garments;

/// <summary>
/// Of groups that are taken for one another, such as a top and a shirt, the parser often gives some pixels of one
/// garment to each. The smaller part goes to the larger where it is nearly as probable as itself.
/// </summary>
static class Rivals
{
    /// <summary>For every figure and group the group that its pixels go to.</summary>
    public static int[,] Settle(ParsedPhoto photo, FigureMap people)
    {
        int groups = photo.Groups.Count, figures = people.Areas.Count;
        int[,] owners = new int[figures + 1, groups];
        for (int figure = 1; figure <= figures; figure++)
        {
            double[,] sums = Evidence(photo, people, figure);
            double[] own = [.. Enumerable.Range(0, groups).Select(g => sums[g, groups])];
            int[] ranked = [.. Enumerable.Range(0, groups).OrderByDescending(g => own[g])];
            for (int rank = 0; rank < groups; rank++)
            {
                int group = ranked[rank];
                owners[figure, group] = group;
                if (!photo.Meaning.IsGarment(group))
                {
                    continue;
                }

                int best = ranked.Take(rank).Where(g => photo.Meaning.IsGarment(g) && owners[figure, g] == g)
                    .OrderByDescending(g => sums[group, g]).FirstOrDefault(-1);
                if (best >= 0 && sums[group, best] >= FinderLimits.Rival * sums[group, group])
                {
                    owners[figure, group] = best;
                }
            }
        }

        return owners;
    }

    /// <summary>
    /// Over the pixels of each group in a figure the sum of the probabilities of every group; in the last column how
    /// many pixels those are. Every fourth pixel of every fourth row is asked: the parser's own grid.
    /// </summary>
    static double[,] Evidence(ParsedPhoto photo, FigureMap people, int figure)
    {
        const int step = 4;
        int groups = photo.Groups.Count;
        double[,] sums = new double[groups, groups + 1];
        for (int y = step / 2; y < photo.Height; y += step)
        {
            for (int x = step / 2; x < photo.Width; x += step)
            {
                int pixel = y * photo.Width + x, label = photo.Labels[pixel];
                if (people.Figures[pixel] != figure || !photo.Meaning.IsGarment(label))
                {
                    continue;
                }

                sums[label, groups]++;
                int place = photo.Place(x, y);
                for (int group = 0; group < groups; group++)
                {
                    sums[label, group] += photo.Probability(group, place);
                }
            }
        }

        return sums;
    }
}
