namespace Drape.Cli.Evaluate;

/// <summary>Chooses some of many, evenly spread and always the same.</summary>
static class Evenly
{
    /// <param name="all">What is chosen from.</param>
    /// <param name="most">How many at most.</param>
    public static IEnumerable<T> Chosen<T>(IReadOnlyList<T> all, int most)
    {
        int count = Math.Min(all.Count, most);
        for (int i = 0; i < count; i++)
        {
            yield return all[(int)((long)i * all.Count / count)];
        }
    }
}
