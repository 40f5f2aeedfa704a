using Drape.Imaging;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>How far a parser's answers and masks agree, summed over photos.</summary>
/// <param name="groups">The parser's groups.</param>
sealed class MaskAgreement(int groups)
{
    /// <summary>The group of a claim that names none; it is never right.</summary>
    public const int NoGroup = -1;

    /// <summary>Boxes that share at least this part of their union show the same garment.</summary>
    public const double SameBox = 0.5;

    /// <summary>The least part of a photo that a garment takes.</summary>
    const double LeastGarment = 0.001;

    readonly long[] _right = new long[groups];
    readonly long[] _true = new long[groups];
    readonly long[] _answered = new long[groups];
    readonly int[] _photos = new int[groups];
    readonly int[] _garments = new int[groups];
    readonly int[] _found = new int[groups];
    readonly int[] _claimed = new int[groups];
    int _nameless;
    int _boxed;

    /// <summary>Compares pixel by pixel; those that are untold do not count.</summary>
    public void AddPixels(ReadOnlySpan<byte> answer, ReadOnlySpan<byte> truth)
    {
        Span<bool> shown = stackalloc bool[groups];
        shown.Clear();
        for (int i = 0; i < truth.Length; i++)
        {
            if (truth[i] != LabelMask.Untold)
            {
                _true[truth[i]]++;
                _answered[answer[i]]++;
                _right[truth[i]] += truth[i] == answer[i] ? 1 : 0;
                shown[truth[i]] = true;
            }
        }

        for (int group = 0; group < groups; group++)
        {
            _photos[group] += shown[group] ? 1 : 0;
        }
    }

    /// <summary>
    /// Compares garments: each claim is right where a garment of its group, not yet found, has its box. Told apart from
    /// that, whether a garment is boxed at all, by whatever name.
    /// </summary>
    public void AddGarments(IReadOnlyCollection<(int Group, PixelBox Box)> claims,
        IReadOnlyCollection<(int Group, PixelBox Box)> truth)
    {
        foreach (var (group, _) in truth)
        {
            _garments[group]++;
        }

        _boxed += Boxed(claims, truth);
        var open = truth.ToList();
        foreach (var claim in claims)
        {
            if (claim.Group == NoGroup)
            {
                _nameless++;
                continue;
            }

            _claimed[claim.Group]++;
            int match = open.FindIndex(t => t.Group == claim.Group && Overlap(t.Box, claim.Box) >= SameBox);
            if (match >= 0)
            {
                _found[claim.Group]++;
                open.RemoveAt(match);
            }
        }
    }

    /// <summary>How many garments have a claim of their own with their box; those that fit best find each other first.</summary>
    static int Boxed(IReadOnlyCollection<(int Group, PixelBox Box)> claims, IReadOnlyCollection<(int Group, PixelBox Box)> truth)
    {
        var pairs = truth.SelectMany((t, garment) => claims.Select((c, claim) => (garment, claim, Shared: Overlap(t.Box, c.Box))))
            .Where(pair => pair.Shared >= SameBox).OrderByDescending(pair => pair.Shared);
        var (garments, taken) = (new HashSet<int>(), new HashSet<int>());
        foreach (var (garment, claim, _) in pairs)
        {
            if (!garments.Contains(garment) && taken.Add(claim))
            {
                garments.Add(garment);
            }
        }

        return garments.Count;
    }

    /// <summary>The garments that a mask shows: one box for each group to wear that is not just a speck.</summary>
    public static List<(int Group, PixelBox Box)> Garments(byte[] truth, int width, bool[] worn)
    {
        var garments = new List<(int, PixelBox)>();
        for (int group = 0; group < worn.Length; group++)
        {
            byte[] own = new byte[truth.Length];
            int area = 0;
            for (int i = 0; i < truth.Length; i++)
            {
                if (truth[i] == group)
                {
                    own[i] = byte.MaxValue;
                    area++;
                }
            }

            if (worn[group] && area >= LeastGarment * truth.Length
                && new Mask(width, truth.Length / width, own).Bounds() is { } box)
            {
                garments.Add((group, box));
            }
        }

        return garments;
    }

    /// <summary>Adds another photo's, or many photos', agreement.</summary>
    public void Add(MaskAgreement other)
    {
        _nameless += other._nameless;
        _boxed += other._boxed;
        for (int g = 0; g < groups; g++)
        {
            _right[g] += other._right[g];
            _true[g] += other._true[g];
            _answered[g] += other._answered[g];
            _photos[g] += other._photos[g];
            _garments[g] += other._garments[g];
            _found[g] += other._found[g];
            _claimed[g] += other._claimed[g];
        }
    }

    /// <summary>Adds the figures; nothing where there is nothing to compare.</summary>
    /// <param name="figures">What they are added to.</param>
    /// <param name="names">The groups' names.</param>
    /// <param name="fewPhotos">A group that fewer photos show has no part in the mean.</param>
    public void Report(FigureTable figures, IReadOnlyList<string> names, int fewPhotos)
    {
        long told = _true.Sum();
        if (told > 0)
        {
            figures.Add("pixel.accuracy", (double)_right.Sum() / told);
        }

        int[] common = [.. Enumerable.Range(0, groups).Where(g => _photos[g] >= fewPhotos)];
        if (common.Length > 0)
        {
            figures.Add("mean.iou", common.Average(Intersection));
        }

        if (_garments.Sum() is > 0 and var garments)
        {
            figures.Add("garments.recall", (double)_found.Sum() / garments);
            figures.Add("boxes.recall", (double)_boxed / garments);
        }

        if (_claimed.Sum() + _nameless is > 0 and var claimed)
        {
            figures.Add("garments.precision", (double)_found.Sum() / claimed);
            figures.Add("boxes.precision", (double)_boxed / claimed);
        }

        figures.AddClasses("groups", Enumerable.Range(0, groups).Where(g => _photos[g] > 0)
            .Select(g => KeyValuePair.Create(names[g], new ClassFigures(_photos[g], ("iou", Intersection(g))))));
        figures.AddClasses("garments", Enumerable.Range(0, groups).Where(g => _garments[g] > 0 || _claimed[g] > 0)
            .Select(g => KeyValuePair.Create(names[g], new ClassFigures(_garments[g],
                [.. Share("recall", _found[g], _garments[g]), .. Share("precision", _found[g], _claimed[g])]))));
    }

    static IEnumerable<(string, double)> Share(string name, int part, int whole) =>
        whole > 0 ? [(name, (double)part / whole)] : [];

    double Intersection(int group) =>
        (double)_right[group] / Math.Max(_true[group] + _answered[group] - _right[group], 1);

    public static double Overlap(PixelBox a, PixelBox b)
    {
        int across = Math.Min(a.X + a.Width, b.X + b.Width) - Math.Max(a.X, b.X);
        int down = Math.Min(a.Y + a.Height, b.Y + b.Height) - Math.Max(a.Y, b.Y);
        double both = (double)Math.Max(across, 0) * Math.Max(down, 0);
        return both / ((double)a.Width * a.Height + (double)b.Width * b.Height - both);
    }
}
