namespace Drape.Imaging;

/// <summary>Turns what has columns and rows by quarters, clockwise.</summary>
static class QuarterTurns
{
    /// <summary>Quarters of a whole turn.</summary>
    public const int Whole = 4;

    /// <summary>The same turn in less than a whole one, clockwise: 0 to 3.</summary>
    public static int Within(int quarters) => ((quarters % Whole) + Whole) % Whole;

    /// <summary>Width and height after so many quarters.</summary>
    public static (int Width, int Height) Size(int width, int height, int quarters) =>
        int.IsOddInteger(quarters) ? (height, width) : (width, height);

    /// <summary>Values of so many columns and rows, row by row, turned.</summary>
    /// <param name="values">width * height * each values.</param>
    /// <param name="width">Columns, at least 1.</param>
    /// <param name="each">Values of a place, at least 1; they stay together.</param>
    /// <param name="quarters">How far, clockwise; any number.</param>
    public static T[] Turn<T>(ReadOnlySpan<T> values, int width, int each, int quarters)
    {
        int height = values.Length / (width * each);
        var turned = new T[values.Length];
        // How far it is in the result from one column to the next, and from one row to the next.
        var (start, right, down) = Within(quarters) switch
        {
            0 => (0, 1, width),
            1 => (height - 1, height, -1),
            2 => ((width * height) - 1, -1, -width),
            _ => ((width - 1) * height, -height, 1),
        };
        for (int y = 0, i = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++, i += each)
            {
                int place = (start + (x * right) + (y * down)) * each;
                for (int part = 0; part < each; part++)
                {
                    turned[place + part] = values[i + part];
                }
            }
        }

        return turned;
    }
}
