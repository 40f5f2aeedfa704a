using Drape.Imaging;

namespace Drape.Colours;

/// <summary>Measures the colours of one garment from its picture.</summary>
public static class ColourMeter
{
    const float LeastShare = 0.03f;

    // How far the garment's name speaks for its single colours: it knows the light, a colour alone does not.
    const float Context = 0.5f;

    // Two judges of about equal merit who err on different pictures; the weight that was best on held-out photos.
    const float OpinionWeight = 1f;

    // What the two judges say together is surer than right, since both see the same light: on held-out photos 0.87 sure and 0.76 right.
    const float Sureness = 0.6f;

    /// <summary>Measures and names a garment's colours.</summary>
    /// <param name="picture">One garment on any ground, upright; 160 to 224 pixels a side are plenty.</param>
    /// <param name="opinion">
    /// How probable somebody else holds each of <see cref="ColourNames.All"/>, 0 to 1; or null. The measured colour
    /// stays what it is; the opinion weighs where its name is in doubt, as between a white in the shade and a gray.
    /// </param>
    /// <returns>The main colour's name, in spite of the light, and the measured colours.</returns>
    public static ColourReading Measure(
        PixelImage picture, IReadOnlyDictionary<string, double>? opinion = null)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var small = ReducedPicture.From(picture);
        return Name(small, GarmentMask.Find(small), opinion);
    }

    /// <summary>Measures and names the colours of a garment whose pixels are known.</summary>
    /// <param name="picture">A photo of any number of garments, upright.</param>
    /// <param name="box">The part of it that shows the garment and a little around it.</param>
    /// <param name="mask">How much of each pixel of the whole photo is the garment; of any size.</param>
    /// <param name="opinion">As for the other overload.</param>
    public static ColourReading Measure(
        PixelImage picture, PixelBox box, Mask mask, IReadOnlyDictionary<string, double>? opinion = null)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(mask);
        var small = ReducedPicture.From(picture, box);
        return Name(small, Sample(mask, small, box, picture), opinion);
    }

    /// <summary>Finds the garment's pixels by their colours.</summary>
    /// <param name="picture">One garment on any ground.</param>
    /// <param name="guess">Where it is roughly: over the whole picture, of any size; null if nobody knows.</param>
    /// <returns>
    /// A soft mask in the picture's proportions, but smaller: 0 surely not, 255 surely the garment.
    /// </returns>
    public static Mask Foreground(PixelImage picture, Mask? guess = null)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var small = ReducedPicture.From(picture);
        return Outline(
            GarmentMask.Find(small, guess is null ? null : Sample(guess, small, picture.Whole, picture)), small);
    }

    /// <summary>A mask of a whole picture at the pixels of a part of it that was made small.</summary>
    static float[] Sample(Mask mask, ReducedPicture small, PixelBox box, PixelImage picture)
    {
        var values = new float[small.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var across = box.X + (((i % small.Width) + 0.5f) * box.Width / small.Width);
            var down = box.Y + (((i / small.Width) + 0.5f) * box.Height / small.Height);
            values[i] = mask.At(across / picture.Width, down / picture.Height);
        }

        return values;
    }

    static ColourReading Name(
        ReducedPicture small, float[] probability, IReadOnlyDictionary<string, double>? opinion)
    {
        var garment = InnerWeights(probability, small, 1e-5f);
        var floor = InnerWeights(Array.ConvertAll(probability, value => 1 - value), small, 1e-4f);
        var palette = Palette.Of(small, garment, floor);
        var clusters = ColourClusters.Of(palette);
        var names = NameModel.OfGarment(
            ColourStatistics.Of(small, probability, garment, floor, palette, clusters));
        if (opinion is not null)
        {
            Hear(opinion, names);
        }

        var best = NameModel.Best(names);
        var main = ColourNames.All[best];
        return new ColourReading(main, NameClusters(clusters, names, main), Confidence(names, best));
    }

    static float Confidence(float[] names, int best) => Math.Clamp(
        MathF.Pow(names[best], Sureness) / names.Sum(name => MathF.Pow(name, Sureness)), 0, 1);

    /// <summary>The mask without specks that only share the garment's colour.</summary>
    static Mask Outline(float[] probability, ReducedPicture small)
    {
        var large = MaskParts.Large(probability, small.Width, small.Height);
        return new Mask(small.Width, small.Height,
            Array.ConvertAll(large, value => (byte)MathF.Round(255 * Math.Clamp(value, 0, 1))));
    }

    /// <summary>Multiplies in another's probabilities and makes the names sum to one again.</summary>
    static void Hear(IReadOnlyDictionary<string, double> opinion, float[] names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            var other = (float)opinion.GetValueOrDefault(ColourNames.All[i], 0);
            names[i] *= MathF.Pow(Math.Max(other, 1e-4f), OpinionWeight);
        }

        var sum = names.Sum();
        for (var i = 0; i < names.Length; i++)
        {
            names[i] /= sum;
        }
    }

    /// <summary>Weights inner pixels more: at an outline, colours of garment and floor mix.</summary>
    static float[] InnerWeights(float[] side, ReducedPicture picture, float least)
    {
        var weights = BoxMean.Of(side, picture.Width, picture.Height, 1);
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = (side[i] * weights[i] * weights[i]) + least;
        }

        return weights;
    }

    static List<NamedColour> NameClusters(List<ColourCluster> clusters, float[] names, string main)
    {
        var scores = clusters.ConvertAll(cluster => NameModel.OfColour(cluster.Colour));
        var bearer = main == ColourNames.Multicolor ? -1 : Bearer(clusters, scores, main);
        var single = ColourNames.All.Count - 1;
        var parts = new Dictionary<string, WeightedMean>();
        for (var i = 0; i < clusters.Count; i++)
        {
            var (colour, share) = clusters[i];
            for (var k = 0; k < single; k++)
            {
                scores[i][k] *= MathF.Pow(names[k] + 0.02f, Context * share);
            }

            var name = i == bearer ? main : ColourNames.All[NameModel.Best(scores[i].AsSpan(0, single))];
            var part = parts.GetValueOrDefault(name);
            part.Add(colour.L, colour.A, colour.B, share);
            parts[name] = part;
        }

        return
        [
            .. parts
                .OrderByDescending(part => part.Value.Weight)
                .Where((part, rank) => rank == 0 || part.Key == main || part.Value.Weight >= LeastShare)
                .Take(ColourReading.Most)
                .Select(part => Describe(part.Key, part.Value)),
        ];
    }

    /// <summary>The cluster that the garment is called after: large, and near to that name.</summary>
    static int Bearer(List<ColourCluster> clusters, List<float[]> scores, string main)
    {
        var name = ColourNames.All.ToList().IndexOf(main);
        return Enumerable.Range(0, clusters.Count)
            .MaxBy(i => clusters[i].Share * (scores[i][name] + 0.01f));
    }

    static NamedColour Describe(string name, WeightedMean part)
    {
        var colour = new OkLab(part.X, part.Y, part.Z);
        return new NamedColour(
            name, colour.ToHex(), Rounded(part.Weight), ColourNames.Shade(name, colour));
    }

    /// <summary>Four places, downwards: rounded up, the shares might sum to more than one.</summary>
    static double Rounded(float share) => Math.Floor(Math.Clamp(share, 0, 1) * 10000) / 10000;
}
