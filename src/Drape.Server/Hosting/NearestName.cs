namespace Drape.Server.Hosting;

/// <summary>Finds what a mistyped word was probably meant to be.</summary>
public static class NearestName
{
    /// <summary>The candidate with the fewest edits to the word, or null where none is near.</summary>
    public static string? Of(string word, IEnumerable<string> candidates)
    {
        var (best, edits) = candidates.Select(c => (c, Edits(word.ToLowerInvariant(), c.ToLowerInvariant()))).DefaultIfEmpty(("", int.MaxValue))
            .MinBy(pair => pair.Item2);
        return edits <= Math.Max(1, word.Length / 3) ? best : null;
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours from one word to the other.</summary>
    internal static int Edits(string a, string b)
    {
        int[,] edits = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    edits[i, j] = i + j;
                    continue;
                }

                int replaced = edits[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                edits[i, j] = Math.Min(replaced, 1 + Math.Min(edits[i - 1, j], edits[i, j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    edits[i, j] = Math.Min(edits[i, j], edits[i - 2, j - 2] + 1);
                }
            }
        }

        return edits[a.Length, b.Length];
    }
}
