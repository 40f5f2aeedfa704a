using Drape.Imaging;
using Drape.Styles;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>
/// Whether a style's map shows what the answer rests on (deletion and insertion, Petsiuk et al. 2018): the area under
/// the style's probability while its strongest places are blurred away, and while they come back into a blurred photo.
/// A faithful map has a small deletion and a large insertion, compared with places in a random order.
/// </summary>
/// <param name="Deletion">0 to 1.</param>
/// <param name="Insertion">0 to 1.</param>
/// <param name="RandomDeletion">The same in a random order.</param>
/// <param name="RandomInsertion">Likewise.</param>
sealed record MapTrial(double Deletion, double Insertion, double RandomDeletion, double RandomInsertion)
{
    const int Steps = 10;
    const int Blur = 24; // pixels that become one: no texture, no outline of a garment is left

    /// <summary>Tries the map of a photo's first style.</summary>
    public static MapTrial Of(StyleReader reader, PixelImage photo, StyleFindings findings, string id)
    {
        string style = findings.Style.Best.Class;
        float[] map = findings.Map.Of(style).ToArray();
        int[] strongest = [.. Enumerable.Range(0, map.Length).OrderByDescending(place => map[place])];
        int[] random = [.. strongest.Order()];
        SteadyRandom.Of(id).Shuffle(random);

        var blurred = Blurred(photo);
        double whole = findings.Style.Best.Confidence, none = Probability(blurred);
        return new MapTrial(Area(whole, none, photo, blurred, strongest), Area(none, whole, blurred, photo, strongest),
            Area(whole, none, photo, blurred, random), Area(none, whole, blurred, photo, random));

        double Probability(PixelImage picture) =>
            reader.Read(picture).Style.Ranked.First(s => s.Class == style).Confidence;

        // By trapezoids, while places go over from one picture to the other.
        double Area(double begin, double end, PixelImage from, PixelImage to, int[] order)
        {
            double sum = (begin + end) / 2;
            for (int step = 1; step < Steps; step++)
            {
                var places = order[..(order.Length * step / Steps)].ToHashSet();
                sum += Probability(Mixed(from, to, places, findings.Map));
            }

            return sum / Steps;
        }
    }

    /// <summary>The first picture, but for some places of the map, which show the second.</summary>
    static PixelImage Mixed(PixelImage first, PixelImage second, HashSet<int> places, StyleMap map)
    {
        var mixed = first.Copy();
        for (int y = 0; y < mixed.Height; y++)
        {
            int row = y * map.Height / mixed.Height * map.Width;
            for (int x = 0; x < mixed.Width; x++)
            {
                if (places.Contains(row + x * map.Width / mixed.Width))
                {
                    second[x, y].CopyTo(mixed[x, y]);
                }
            }
        }

        return mixed;
    }

    static PixelImage Blurred(PixelImage photo)
    {
        var small = Resampler.Resize(photo, Math.Max(photo.Width / Blur, 1), Math.Max(photo.Height / Blur, 1));
        return Resampler.Resize(small, photo.Width, photo.Height);
    }
}
