namespace Drape.Garments;

/// <summary>What the parser knows of a garment's type.</summary>
/// <param name="Group">Its group.</param>
/// <param name="Confidence">Mean probability of the group over the garment's pixels, 0 to 1.</param>
/// <param name="Types">
/// The reader's types that a thing of the group may have, each with the share of such things in the street that have it; empty
/// where the reader knows none for it, null where the manifest tells nothing of them.
/// </param>
/// <param name="Words">What a thing of the group is in other heads' words, by head; null where the manifest tells nothing.</param>
public sealed record TypeHint(string Group, double Confidence, IReadOnlyDictionary<string, double>? Types,
    IReadOnlyDictionary<string, string>? Words = null)
{
    // No parser is so sure that nothing could speak against it.
    const double Surest = 0.99;

    // The parser sees a garment in its place on somebody and counts a little more than as one of two independent witnesses. Both look at
    // the same pixels, so that together they are surer than right; the head's temperature takes that back. Of products the reader has
    // learned whole pictures, and the parser counts half.
    const double Say = 1.2, SayOfProducts = 0.5;

    /// <summary>
    /// What the hint has to say for each type, a factor: a power of how probable it is by the hint alone, where the group's types
    /// share its confidence, all others evenly what is left. So a sure parser leads the reader, a doubtful one is overruled.
    /// </summary>
    /// <param name="types">The reader's types.</param>
    /// <param name="worn">Whether somebody wears the thing and does not show it for sale: then the types share unevenly, as they do in the street.</param>
    /// <returns>A factor a type; empty where the hint tells nothing of types.</returns>
    public float[] Prior(IReadOnlyList<string> types, bool worn)
    {
        ArgumentNullException.ThrowIfNull(types);
        double[] shares = [.. types.Select(t => Types?.TryGetValue(t, out double share) == true ? worn ? share : 1 : 0)];
        int others = shares.Count(share => share == 0);
        if (others == types.Count || others == 0)
        {
            return [];
        }

        double sure = Math.Min(Confidence, Surest) / shares.Sum(), left = (1 - Math.Min(Confidence, Surest)) / others;
        return Array.ConvertAll(shares, share => (float)Math.Pow(share > 0 ? sure * share : left, worn ? Say : SayOfProducts));
    }
}
