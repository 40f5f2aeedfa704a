namespace Drape.Cli.Terminal;

/// <summary>Breaks long texts into lines that fit.</summary>
static class Wrapped
{
    /// <summary>The lines of a text, each with what separates parts at its end; a part that is too wide has a line of its own.</summary>
    /// <param name="text">The text.</param>
    /// <param name="separator">Where it may be broken; the space at its end, if any, goes with a break.</param>
    /// <param name="cells">How wide a line may be, in cells of the terminal.</param>
    public static IEnumerable<string> Lines(string text, string separator, int cells)
    {
        string line = "";
        string[] parts = text.Split(separator);
        for (int i = 0; i < parts.Length; i++)
        {
            string part = parts[i] + (i < parts.Length - 1 ? separator : "");
            if (line.Length > 0 && CellWidth.Of((line + part).TrimEnd()) > cells)
            {
                yield return line.TrimEnd();
                line = "";
            }

            line += part;
        }

        yield return line.TrimEnd();
    }
}
