namespace Drape.Imaging;

/// <summary>The plain, light ground before which a picture was taken, as a shop's are.</summary>
public sealed class Ground
{
    // A ring of this part of the shorter side is looked at.
    const int Ring = 32;
    const int Near = 16;

    // Held-out shop pictures of one garment on somebody: 607 of 618 have more. Held-out street photos: none of 188.
    const double Enough = 0.7;

    // The darkest channel of that colour. Of 346 held-out shop pictures 342 have a plain ground, all of them white; of 829 held-out
    // photos of garments on floors and beds 85 have one, four of them as light as this.
    const int Light = 200;

    // So many of those pixels differ from its colour by no more than two levels where it was retouched. In all 345 shop pictures that have a plain
    // ground in their own proportions more do, in the 85, on whose floors and sheets light fell as it does, 0.42 at the most.
    const double Evenly = 0.75;
    const int Same = 2;

    readonly int _red;
    readonly int _green;
    readonly int _blue;

    Ground(int red, int green, int blue) => (_red, _green, _blue) = (red, green, blue);

    /// <summary>Whether it is as even as a shop makes it. Of a wall before which people take their photo one side is lighter than the other.</summary>
    public bool IsEven { get; private set; }

    /// <summary>
    /// The ground of a picture most of whose edge has one light colour, the median; null where there is none. What is shown may reach
    /// beyond the picture, a person from the hips to the neck.
    /// </summary>
    public static Ground? Of(PixelImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        int ring = Math.Max(1, Math.Min(picture.Width, picture.Height) / Ring);
        var edge = new List<(byte R, byte G, byte B)>(2 * ring * (picture.Width + picture.Height));
        Span<int> red = stackalloc int[256], green = stackalloc int[256], blue = stackalloc int[256];
        red.Clear();
        green.Clear();
        blue.Clear();
        for (int y = 0; y < picture.Height; y++)
        {
            bool across = y < ring || y >= picture.Height - ring;
            for (int x = 0; x < picture.Width; x += !across && x == ring - 1 ? Math.Max(1, picture.Width - (2 * ring) + 1) : 1)
            {
                var pixel = picture[x, y];
                edge.Add((pixel[0], pixel[1], pixel[2]));
                red[pixel[0]]++;
                green[pixel[1]]++;
                blue[pixel[2]]++;
            }
        }

        var ground = new Ground(Median(red, edge.Count), Median(green, edge.Count), Median(blue, edge.Count));
        int near = edge.Count(p => ground.Has(p.R, p.G, p.B, Near));
        ground.IsEven = edge.Count(p => ground.Has(p.R, p.G, p.B, Same)) >= Evenly * near;
        return Math.Min(ground._red, Math.Min(ground._green, ground._blue)) >= Light && near >= Enough * edge.Count ? ground : null;
    }

    /// <summary>
    /// Whether most of what a mask names looks like the ground: seen between an arm and the body that is taken for a bag. White clothes
    /// look like it, too.
    /// </summary>
    /// <param name="picture">The picture that the ground is of.</param>
    /// <param name="mask">Some of its pixels.</param>
    public bool Covers(PixelImage picture, Mask mask)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(mask);
        var (named, near) = Count(picture, mask);
        return 2 * near > named;
    }

    /// <summary>How many pixels a mask names, and how many of these have nearly the ground's colour.</summary>
    internal (int Named, int Near) Count(PixelImage picture, Mask mask)
    {
        int named = 0, near = 0;
        for (int i = 0; i < mask.Values.Length; i++)
        {
            if (mask.Values[i] > byte.MaxValue / 2)
            {
                named++;
                near += IsNear(picture, mask, i) ? 1 : 0;
            }
        }

        return (named, near);
    }

    /// <summary>Whether the picture has nearly the ground's colour where a mask has one of its pixels.</summary>
    internal bool IsNear(PixelImage picture, Mask mask, int index) => Has(picture, mask, index, Near);

    /// <summary>Whether it has that very colour there.</summary>
    internal bool IsAt(PixelImage picture, Mask mask, int index) => Has(picture, mask, index, Same);

    bool Has(PixelImage picture, Mask mask, int index, int within)
    {
        var (x, y) = (index % mask.Width, index / mask.Width);
        var pixel = picture[((2 * x) + 1) * picture.Width / (2 * mask.Width), ((2 * y) + 1) * picture.Height / (2 * mask.Height)];
        return Has(pixel[0], pixel[1], pixel[2], within);
    }

    bool Has(byte red, byte green, byte blue, int within) =>
        Math.Abs(red - _red) <= within && Math.Abs(green - _green) <= within && Math.Abs(blue - _blue) <= within;

    /// <summary>The value in the middle of so many that were counted.</summary>
    static int Median(ReadOnlySpan<int> counts, int count)
    {
        int value = 0;
        for (int below = counts[0]; below <= count / 2; below += counts[value])
        {
            value++;
        }

        return value;
    }
}
