namespace Drape.Colours;

/// <summary>The colours that occur in a picture, cell by cell, and how much of garment and floor has each.</summary>
sealed class Palette
{
    Palette(OkLab[] colours, float[] garment, float[] floor) =>
        (Colours, Garment, Floor) = (colours, garment, floor);

    /// <summary>Mean colour of each cell that occurs.</summary>
    public OkLab[] Colours { get; }

    /// <summary>Weight of the garment's pixels in each cell.</summary>
    public float[] Garment { get; }

    /// <summary>Weight of the floor's pixels in each cell.</summary>
    public float[] Floor { get; }

    /// <summary>Collects the cells of a picture.</summary>
    public static Palette Of(ReducedPicture picture, float[] garment, float[] floor)
    {
        var slots = new int[ColourGrid.Count];
        var used = 0;
        foreach (var cell in picture.Cells)
        {
            if (slots[cell] == 0)
            {
                slots[cell] = ++used;
            }
        }

        var (l, a, b) = (new float[used], new float[used], new float[used]);
        var (count, inside, outside) = (new int[used], new float[used], new float[used]);
        for (var i = 0; i < picture.Count; i++)
        {
            var slot = slots[picture.Cells[i]] - 1;
            l[slot] += picture.L[i];
            a[slot] += picture.A[i];
            b[slot] += picture.B[i];
            count[slot]++;
            inside[slot] += garment[i];
            outside[slot] += floor[i];
        }

        var colours = new OkLab[used];
        for (var slot = 0; slot < used; slot++)
        {
            colours[slot] = new OkLab(l[slot] / count[slot], a[slot] / count[slot], b[slot] / count[slot]);
        }

        return new Palette(colours, inside, outside);
    }
}
